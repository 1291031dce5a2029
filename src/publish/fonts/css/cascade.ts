import parseValue from 'postcss-value-parser';
import { keysOf } from '../../css/match-element.ts';
import type { PageElement } from '../../pages/read-page.ts';
import { properties, type Property } from './longhands.ts';
import { compareRanks } from './specificity.ts';
import type { StyleRule, StyleSheet } from './style-sheet.ts';
import { userAgentSheet } from './user-agent.ts';

/**
 * The values that a property of an element may have. One, unless conditions decide that nobody knows before
 * the page is read: then all.
 */
export type ComputedStyle = Readonly<Record<Property, ReadonlySet<string>>>;

/** The styles of one element. */
interface ElementStyles {
  own: ComputedStyle;
  /** Of the pseudo-elements that have rules of their own, by name. */
  pseudo: ReadonlyMap<string, ComputedStyle>;
}

/** @param parent style of the parent element; undefined for the root */
export type Cascade = (element: PageElement, parent: ComputedStyle | undefined) => ElementStyles;

interface RankedRule extends StyleRule {
  rank: number[];
}

const initial: ComputedStyle = {
  'font-family': new Set(['serif']),
  'font-weight': new Set(['400']),
  'font-style': new Set(['normal']),
  'text-transform': new Set(['none']),
  'list-style-type': new Set(['disc']),
  content: new Set(['normal']),
};

/**
 * Finds the values of an element's properties as the cascade does (CSS Cascade 5, section 6): importance,
 * layer, specificity, order; else the parent's.
 *
 * @param sheets the page's own, in the order in which they stand
 */
export function cascade(sheets: StyleSheet[]): Cascade {
  const ranked = rank(sheets);
  const byKey = Map.groupBy(ranked, ({ selector }) => selector.key);
  const custom = mergeCustomProperties(sheets);

  function rulesFor(element: PageElement): RankedRule[] {
    return keysOf(element)
      .flatMap((key) => byKey.get(key) ?? [])
      .filter(({ selector }) => selector.matches(element));
  }

  function apply(rules: RankedRule[], parent: ComputedStyle): ComputedStyle {
    const style: Record<Property, ReadonlySet<string>> = { ...parent, content: initial.content };
    const descending = rules.toSorted((a, b) => compareRanks(b.rank, a.rank));
    for (const property of properties) {
      const values = new Set<string>();
      let certain = false;
      for (const rule of descending.filter((candidate) => candidate.property === property)) {
        for (const value of substitute(rule.value, custom))
          for (const computed of compute(property, value, parent)) values.add(computed);
        certain = !rule.conditional;
        if (certain) break;
      }
      if (!certain) for (const value of style[property]) values.add(value);
      style[property] = values;
    }
    return style;
  }

  return (element, parent = initial) => {
    const byPseudo = Map.groupBy(rulesFor(element), ({ selector }) => selector.pseudoElement ?? '');
    const rules = byPseudo.get('');
    const own = rules ? apply(rules, parent) : parent;
    byPseudo.delete('');
    return { own, pseudo: new Map([...byPseudo].map(([name, of]) => [name, apply(of, own)])) };
  };
}

function rank(sheets: StyleSheet[]): RankedRule[] {
  const layers = [...new Set(sheets.flatMap(({ rules }) => rules.map(({ layer }) => layer)))].filter(
    (layer) => layer !== undefined,
  );
  const layerRank = (layer: string | undefined): number =>
    layer === undefined ? layers.length : layers.indexOf(layer);
  return [userAgentSheet, ...sheets].flatMap((sheet, origin) =>
    sheet.rules.map((rule, order) => {
      const above = layerRank(rule.layer);
      return {
        ...rule,
        // Importance turns the order of layers round.
        rank: [
          Number(rule.important),
          Number(origin > 0),
          rule.important ? -above : above,
          ...rule.selector.specificity,
          origin,
          order,
        ],
      };
    }),
  );
}

function mergeCustomProperties(sheets: StyleSheet[]): Map<string, Set<string>> {
  const merged = new Map<string, Set<string>>();
  for (const { customProperties } of sheets)
    for (const [name, values] of customProperties)
      merged.set(name, new Set([...(merged.get(name) ?? []), ...values]));
  return merged;
}

/** All that a value may be when its `var()` are replaced, wherever their properties are set. */
function substitute(value: string, custom: Map<string, Set<string>>, depth = 0): string[] {
  const { nodes } = parseValue(value);
  const index = nodes.findIndex((node) => node.type === 'function' && node.value === 'var');
  const node = nodes[index];
  // Properties that name each other are invalid, hence the end.
  if (node?.type !== 'function' || depth > 8) return [value];
  const name = node.nodes[0]?.value ?? '';
  const fallback = parseValue.stringify(node.nodes.slice(2));
  const before = parseValue.stringify(nodes.slice(0, index));
  const after = parseValue.stringify(nodes.slice(index + 1));
  return [...(custom.get(name) ?? [fallback])].flatMap((inner) =>
    substitute(before + inner + after, custom, depth + 1),
  );
}

function compute(property: Property, value: string, parent: ComputedStyle): Iterable<string> {
  const said = value.trim();
  if (/^(inherit|unset|revert|revert-layer)$/i.test(said)) return parent[property];
  if (/^initial$/i.test(said)) return initial[property];
  if (property === 'font-weight')
    return [...parent['font-weight']].map((inherited) => String(weightOf(said, Number(inherited))));
  // Other keywords of these properties are compared in lower case; content and families keep theirs.
  if (property === 'font-style' || property === 'text-transform') return [said.toLowerCase()];
  return [said];
}

/** CSS Fonts 4, section 2.2.1, for `bolder` and `lighter`. */
function weightOf(said: string, inherited: number): number {
  switch (said.toLowerCase()) {
    case 'normal':
      return 400;
    case 'bold':
      return 700;
    case 'bolder':
      return inherited < 350 ? 400 : inherited < 550 ? 700 : Math.max(900, inherited);
    case 'lighter':
      return inherited < 550 ? Math.min(100, inherited) : inherited < 750 ? 400 : 700;
    default:
      return Number(said) || 400;
  }
}
