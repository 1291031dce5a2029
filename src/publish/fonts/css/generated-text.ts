import parseValue, { type Node } from 'postcss-value-parser';
import type { PageElement } from '../../pages/read-page.ts';

/** What counters are written with, by style; numbers are not counted out, so all that may occur. */
const counterCharacters: Record<string, string> = {
  none: '',
  disc: '•',
  circle: '◦',
  square: '▪',
  'disclosure-open': '▾',
  'disclosure-closed': '▸',
  decimal: '-0123456789',
  'decimal-leading-zero': '-0123456789',
  'lower-roman': 'ivxlcdm',
  'upper-roman': 'IVXLCDM',
  'lower-alpha': 'abcdefghijklmnopqrstuvwxyz',
  'lower-latin': 'abcdefghijklmnopqrstuvwxyz',
  'upper-alpha': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'upper-latin': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'cjk-decimal': '〇一二三四五六七八九',
  'simp-chinese-informal': '负零一二三四五六七八九十百千万',
  'simp-chinese-formal': '负零壹贰叁肆伍陆柒捌玖拾佰仟万',
  'trad-chinese-informal': '負零一二三四五六七八九十百千萬',
  'trad-chinese-formal': '負零壹貳參肆伍陸柒捌玖拾佰仟萬',
  'cjk-ideographic': '負零一二三四五六七八九十百千萬',
  'cjk-earthly-branch': '子丑寅卯辰巳午未申酉戌亥',
  'cjk-heavenly-stem': '甲乙丙丁戊己庚辛壬癸',
};

/**
 * The characters that a style sheet makes the browser write: `content` of a pseudo-element.
 *
 *     "〔" counter(note, cjk-decimal) "〕"   →   〔〇一二三四五六七八九〕
 *
 * @param content value of the property
 * @param element the one whose attributes `attr()` means
 * @throws Error when a counter has a style whose characters are not known here
 */
export function generatedText(content: string, element: PageElement): string {
  return parseValue(content)
    .nodes.map((node) => {
      if (node.type === 'string') return unescape(node.value);
      if (node.type === 'word') return /^(open|close)-quote$/.test(node.value) ? '“”‘’' : '';
      if (node.type !== 'function') return '';
      const [first, ...others] = argumentsOf(node);
      if (node.value === 'attr') return element.attributes.get(first ?? '') ?? '';
      if (node.value === 'counter') return charactersOf(others[0] ?? 'decimal');
      if (node.value === 'counters') return unquote(others[0] ?? '') + charactersOf(others[1] ?? 'decimal');
      return '';
    })
    .join('');
}

/**
 * The characters of the markers of a list.
 *
 * @param type value of `list-style-type`
 * @throws Error when its characters are not known here
 */
export function markerText(type: string): string {
  const text = charactersOf(type);
  // Numbers have something after them; what marks alike has not, and is often drawn without a font.
  return /^(["']|none|disc|circle|square|disclosure)/.test(type) ? text : `${text}.、`;
}

function charactersOf(style: string): string {
  if (/^["']/.test(style)) return unquote(style);
  const characters = counterCharacters[style.toLowerCase()];
  if (characters === undefined)
    throw new Error(
      `The counter style "${style}" is not known: add its characters to counterCharacters in generated-text.ts.`,
    );
  return characters;
}

function argumentsOf(node: Node & { nodes: Node[] }): string[] {
  const parts: Node[][] = [[]];
  for (const inner of node.nodes)
    if (inner.type === 'div' && inner.value === ',') parts.push([]);
    else parts.at(-1)?.push(inner);
  return parts.map((part) => parseValue.stringify(part).trim());
}

function unquote(text: string): string {
  return unescape(text.replace(/^(["'])(.*)\1$/s, '$2'));
}

/** `\3014` is 〔, `\"` is ". */
function unescape(text: string): string {
  return text
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\(.)/gs, '$1');
}
