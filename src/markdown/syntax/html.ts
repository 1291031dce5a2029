/**
 * The HTML that a chapter may hold, as CommonMark's HTML: what a reader sees and nothing that runs or is loaded from
 * elsewhere. What is obsolete is written as what it means, so that pages stay valid.
 */

/** Elements that stand on pages as they are. */
const rendered =
  words(`a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
  figcaption figure hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody
  td tfoot th thead time tr u ul var wbr`);

/** Elements that mean another one. A heading of HTML has no id: it is a line in bold. */
const written: Record<string, string> = {
  ...Object.fromEntries(
    words('address article aside center footer header main nav section').map((name) => [name, 'div']),
  ),
  ...Object.fromEntries(words('big font rb rtc').map((name) => [name, 'span'])),
  ...Object.fromEntries(words('h1 h2 h3 h4 h5 h6').map((name) => [name, 'p'])),
  menu: 'ul',
  strike: 's',
  tt: 'code',
};

/** Elements of HTML that run, load, ask for something or belong to a page's frame: their source is shown. */
const refused =
  words(`applet area audio base body button canvas datalist embed fieldset form frame frameset head html
  iframe input label legend link map marquee meta meter noframes noscript object optgroup option output param picture
  plaintext progress script select source style svg template textarea title track video xmp`);

/** Elements without an end. */
const empty = words('br col hr img wbr');

/** Attributes that are kept, by element. */
const attributes: Record<string, string[]> = {
  a: ['href', 'title'],
  abbr: ['title'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ol: ['start', 'reversed', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  time: ['datetime'],
};

const attribute = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>${'`'}]+|'[^']*'|"[^"]*"))?`;
const tagPattern = new RegExp(
  String.raw`<!--(?:>|->|[\s\S]*?-->)|<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?<rest>(?:${attribute})*)\s*/?>|<`,
  'g',
);

/** What is wrong with HTML of a chapter. */
export interface HtmlFault {
  rule: 'html-refused' | 'html-attribute';
  /** `<script>`, `onclick`. */
  what: string;
}

/**
 * Is this the name of an element of HTML, as people write it? `String`, `T` and `Button` are not: they stand in
 * `List<String>`, and in the text of an article on programming.
 *
 * @param name as written
 */
export function isHtmlName(name: string): boolean {
  const lower = name.toLowerCase();
  if (name !== lower && (name !== name.toUpperCase() || name.length < 2)) return false;
  return rendered.includes(lower) || lower in written || refused.includes(lower);
}

/**
 * Returns HTML that may stand on a page. A `<` that begins neither a tag nor a comment is text, and so is a tag that is not
 * HTML's or that HTML would not run.
 *
 *     <center>图1</center>    →   <div style="text-align:center">图1</div>
 *     <String>                →   &lt;String>
 *     <script>alert(1)</script>   →   &lt;script>alert(1)&lt;/script>, html-refused
 *
 * @param source a piece of HTML as CommonMark finds it: a tag in a line, or a block
 * @param open names of elements that lack an end somewhere: their tags are text
 */
export function cleanHtml(
  source: string,
  open: readonly string[] = [],
): { html: string; faults: HtmlFault[] } {
  const faults: HtmlFault[] = [];
  const html = source.replace(tagPattern, (found, ...rest) => {
    const groups = rest.at(-1) as { close?: string; name?: string; rest?: string };
    if (groups.name === undefined) return found === '<' ? '&lt;' : found;
    const name = groups.name.toLowerCase();
    if (!isHtmlName(groups.name) || open.includes(name)) return `&lt;${found.slice(1)}`;
    if (refused.includes(name)) {
      faults.push({ rule: 'html-refused', what: `<${name}>` });
      return `&lt;${found.slice(1)}`;
    }
    return groups.close ? closeTag(name) : openTag(name, groups.rest ?? '', faults);
  });
  return { html, faults };
}

/**
 * Tells the ends that tags of HTML in one line of text lack, and the ends that have no beginning.
 *
 * @param tags the pieces of HTML in a line, in order
 * @returns for each: has it its other end, or needs none?
 */
export function balanced(tags: readonly string[]): boolean[] {
  const whole = tags.map(() => true);
  const open: { name: string; index: number }[] = [];
  for (const [index, tag] of tags.entries()) {
    const [, close, name = ''] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(tag) ?? [];
    if (!name || /\/>$/.test(tag) || empty.includes(name.toLowerCase())) continue;
    if (!close) open.push({ name: name.toLowerCase(), index });
    else {
      const at = open.findLastIndex((other) => other.name === name.toLowerCase());
      if (at < 0) whole[index] = false;
      else for (const lost of open.splice(at).slice(1)) whole[lost.index] = false;
    }
  }
  for (const { index } of open) whole[index] = false;
  return whole;
}

/** Elements that would go on to the end of the chapter, hide it or reorder it, without their end. */
const closed =
  words(`a b big blockquote code del details dl em font i ins mark ol pre ruby s small span strike strong
  summary table tt u ul`);

/** Returns the names of elements that are opened in blocks of HTML, in order, and not closed, or the other way round. */
export function listUnclosed(blocks: readonly string[]): string[] {
  const tags = blocks.flatMap((block) => block.match(tagPattern) ?? []);
  const whole = balanced(tags);
  const names = tags.map((tag) => /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]?.toLowerCase() ?? '');
  return closed.filter((name) => names.some((other, index) => other === name && !whole[index]));
}

function openTag(name: string, rest: string, faults: HtmlFault[]): string {
  const element = written[name] ?? name;
  const style = new Set<string>(name === 'center' ? ['text-align:center'] : []);
  let html = `<${element}`;
  for (const [, key = '', , double, single, bare] of rest.matchAll(
    /([A-Za-z_:][\w.:-]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  )) {
    const value = double ?? single ?? bare ?? '';
    const attribute = key.toLowerCase();
    if (attribute === 'align' && /^(left|center|right)$/i.test(value))
      style.add(`text-align:${value.toLowerCase()}`);
    else if (attribute === 'style')
      for (const rule of value.match(/text-align\s*:\s*(left|center|right)/gi) ?? [])
        style.add(rule.toLowerCase().replace(/\s/g, ''));
    else if (attributes[element]?.includes(attribute) && isSafe(attribute, value))
      html += ` ${attribute}="${value.replaceAll('"', '&quot;')}"`;
    else if (attribute.startsWith('on') || !isSafe(attribute, value))
      faults.push({ rule: 'html-attribute', what: attribute });
  }
  if (style.size && element !== 'img') html += ` style="${[...style].join(';')}"`;
  return `${html}>${/^h[1-6]$/.test(name) ? '<strong>' : ''}`;
}

function closeTag(name: string): string {
  if (empty.includes(name)) return '';
  return `${/^h[1-6]$/.test(name) ? '</strong>' : ''}</${written[name] ?? name}>`;
}

/** Does an address lead somewhere, instead of running something? */
function isSafe(attribute: string, value: string): boolean {
  return !/^(href|src)$/.test(attribute) || !/^[^a-z#/]*(javascript|vbscript|data)\s*:/i.test(value);
}

function words(list: string): string[] {
  return list.split(/\s+/);
}
