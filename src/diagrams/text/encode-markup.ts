import { addStyle, protect, Style } from './private-use.ts';

/** A source with its entities and tags carried in private-use characters, and where its links lead. */
export interface EncodedSource {
  text: string;
  links: string[];
}

/** Lines with colours, addresses and settings, in which `#333;` is no entity. */
const NOT_LABELS = /^\s*(?:%%|click\b|links?\b|(?:style|classDef|linkStyle)\b)|\b(?:style|classDef)\b.*:\s*#/;
const PREAMBLE = /^(?:\s*---\s*\n[\s\S]*?\n\s*---\s*\n)?(?:\s*%%\{[\s\S]*?\}%%)*/;
const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);|#(?:\d+|[a-z]\w*);/gi;

const TAG_STYLES: Record<string, number> = {
  b: Style.bold,
  strong: Style.bold,
  h1: Style.bold,
  h2: Style.bold,
  h3: Style.bold,
  h4: Style.bold,
  i: Style.italic,
  em: Style.italic,
  small: Style.small,
  sub: Style.small,
  sup: Style.small,
  s: Style.strike,
  del: Style.strike,
  strike: Style.strike,
  u: Style.underline,
  ins: Style.underline,
};
/** Of 0–9, +, − and n. */
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋ₙ';

const CSS_STYLES: [RegExp, number][] = [
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, Style.bold],
  [/font-style\s*:\s*italic/i, Style.italic],
  [/font-size\s*:\s*(?:[1-9]\d%|0?\.\d+r?em|(?:x-)?small|[1-9]px|1[0-3]px)/i, Style.small],
  [/line-through/i, Style.strike],
  [/underline/i, Style.underline],
];
const BLOCKS = ['div', 'p', 'ul', 'ol', 'li', 'hr', 'pre', 'center', 'table', 'tr', 'h1', 'h2', 'h3', 'h4'];
const INLINE = [
  'a',
  'span',
  'code',
  'font',
  'kbd',
  'mark',
  'tt',
  'label',
  'td',
  'th',
  'tbody',
  'big',
  'nobr',
];
const NAMES = [...new Set([...BLOCKS, ...INLINE, ...Object.keys(TAG_STYLES)])].join('|');
const ATTRIBUTES = String.raw`\s+[\w-]+\s*=[^<>]*|\s*`;
const ELEMENT = new RegExp(String.raw`<(${NAMES})(${ATTRIBUTES})>([^<>"\n]*)</\1\s*>`, 'gi');
const TAG = new RegExp(String.raw`</?(?:${NAMES})(?:${ATTRIBUTES})/?>`, 'gi');
const BLOCK_TAG = new RegExp(String.raw`<(/?)(?:${BLOCKS.join('|')})(?:${ATTRIBUTES})/?>`, 'gi');
const BLOCK_AHEAD = new RegExp(String.raw`^(?:\s*</[^<>]*>)*\s*<(?:${BLOCKS.join('|')})\b`, 'i');
const BREAK = protect('\n');
const ICON_TAG = /<i\s+class=["'](fa\w*)[\s:](?:fa-)?([\w-]+)[^<>]*>\s*<\/i>/gi;
const ICON = /\bfa[bklrs]?:fa-([\w-]+)[ \t]*/g;

/** What stands beside a label, not in it. */
const BEFORE_LABEL = /(?:^|["'([{|>/\\:\n])\s*$/;
const AFTER_LABEL = /^\s*(?:$|["')\]}|/\\\n])/;

/**
 * Carries what entities and HTML mean through Mermaid. Lines stay lines, for what is said about errors.
 *
 * @param decode returns the character that an entity is; the entity itself if it is none
 */
export function encodeMarkup(source: string, decode: (entity: string) => string): EncodedSource {
  const links: string[] = [];
  const preamble = PREAMBLE.exec(source)?.[0] ?? '';
  const lines = source.slice(preamble.length).split('\n');
  let text = lines
    .map((line) => (NOT_LABELS.test(line) ? line : encodeEntities(line, decode)))
    .join('\n')
    .replace(/<\/?br\s*\/?\s*>/gi, BREAK)
    .replace(ICON_TAG, '$1:fa-$2 ');
  text = breakAtBlocks(replaceIcons(text));
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(ELEMENT, (_, name: string, attributes = '', content: string) =>
      styleElement(name.toLowerCase(), String(attributes), content, links),
    );
  }
  return { text: preamble + text.replace(TAG, '').replaceAll(BREAK, '<br>'), links };
}

function encodeEntities(line: string, decode: (entity: string) => string): string {
  return line.replace(ENTITY, (entity) => {
    const standard = entity.startsWith('#') ? `&${entity.replace(/^#(?=\d)/, '##').slice(1)}` : entity;
    const character = decode(standard);
    if (character === standard) return entity;
    return character.length === 1 && character < '\u0100' ? protect(character) : character;
  });
}

/** An icon's font is not loaded. One that is all of a label stands there by its name. */
function replaceIcons(text: string): string {
  return text.replace(ICON, (match, name: string, offset: number) => {
    const isAlone =
      BEFORE_LABEL.test(text.slice(0, offset)) && AFTER_LABEL.test(text.slice(offset + match.length));
    return isAlone ? name : '';
  });
}

function breakAtBlocks(text: string): string {
  return text.replace(BLOCK_TAG, (tag, closing: string, offset: number) => {
    const before = text.slice(0, offset).replace(/(?:\s*<[^<>]*>)*\s*$/, '');
    const after = text.slice(offset + tag.length);
    const isInside = !BEFORE_LABEL.test(before) && !AFTER_LABEL.test(after.replace(/^(?:\s*<[^<>]*>)*/, ''));
    const isBreak = isInside && !before.endsWith(BREAK) && !(closing && BLOCK_AHEAD.test(after));
    return closing ? tag + (isBreak ? BREAK : '') : (isBreak ? BREAK : '') + tag;
  });
}

function styleElement(name: string, attributes: string, content: string, links: string[]): string {
  let style = TAG_STYLES[name] ?? 0;
  for (const [pattern, bits] of CSS_STYLES) if (pattern.test(attributes)) style |= bits;
  const digits = name === 'sup' ? SUPERSCRIPTS : name === 'sub' ? SUBSCRIPTS : undefined;
  if (digits && /^[\d+\-n]+$/.test(content))
    return content.replace(/./g, (digit) => digits['0123456789+-n'.indexOf(digit)] ?? digit);
  const address = name === 'a' ? /\bhref\s*=\s*["']?([^"'\s>]+)/.exec(attributes)?.[1] : undefined;
  const link = address ? links.push(address) : 0;
  return style || link ? addStyle(content, style, link) : content;
}
