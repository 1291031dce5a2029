import parseValue, { type Node } from 'postcss-value-parser';

/** The properties that decide which glyphs of which face a page shows. All but `content` are inherited. */
export const properties = [
  'font-family',
  'font-weight',
  'font-style',
  'text-transform',
  'list-style-type',
  'content',
] as const;

export type Property = (typeof properties)[number];

/** Values of `font` that stand before the size. */
const beforeSize =
  /^(normal|italic|oblique|small-caps|bold|bolder|lighter|\d{1,4}|(ultra-|extra-|semi-)?(condensed|expanded))$/i;

/** Values that stand for another place's value, and fonts of the system. */
const wholeValue =
  /^(inherit|initial|unset|revert|revert-layer|caption|icon|menu|message-box|small-caption|status-bar)$/i;

/**
 * Writes a declaration as declarations of the properties above.
 *
 *     font: 700 1em/2rem var(--serif)   →   font-family: var(--serif), font-weight: 700, font-style: normal
 *
 * @returns nothing for a property that decides nothing here
 */
export function longhandsOf(property: string, value: string): [Property, string][] {
  const name = property.toLowerCase();
  if (name === 'font') return ofFont(value);
  if (name === 'list-style') return [['list-style-type', ofListStyle(value)]];
  return properties.filter((known) => known === name).map((known) => [known, value]);
}

function ofFont(value: string): [Property, string][] {
  const said = value.trim();
  if (wholeValue.test(said))
    return [
      ['font-family', said],
      ['font-weight', said],
      ['font-style', said],
    ];
  const nodes = parseValue(said).nodes.filter(({ type }) => type !== 'comment');
  let size = nodes.findIndex((node) => node.type !== 'space' && !beforeSize.test(text(node)));
  if (size < 0) size = nodes.length;
  const words = nodes.slice(0, size).map(text);
  let family = size + 1;
  const next = nodes.slice(family).findIndex(({ type }) => type !== 'space') + family;
  // 1em/2rem
  if (nodes[next]?.type === 'div' && nodes[next].value === '/') family = next + 2;
  return [
    ['font-family', parseValue.stringify(nodes.slice(family)).trim()],
    ['font-weight', words.find((word) => /^(bold|bolder|lighter|\d+)$/i.test(word)) ?? 'normal'],
    ['font-style', words.find((word) => /^(italic|oblique)$/i.test(word)) ?? 'normal'],
  ];
}

function ofListStyle(value: string): string {
  const words = parseValue(value)
    .nodes.filter((node) => node.type === 'string' || node.type === 'word')
    .map(text);
  return words.find((word) => !/^(inside|outside)$/i.test(word)) ?? 'disc';
}

function text(node: Node): string {
  return parseValue.stringify(node);
}
