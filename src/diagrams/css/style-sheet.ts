import { parse, walk, type CssNode, type Declaration as DeclarationNode } from 'css-tree';
import { keysOf, parseSelectors, type Selector } from './selector.ts';

/** One `property: value` of a rule or a style attribute. */
interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

/** A rule for one selector; a list of selectors becomes several rules. */
export interface Rule {
  selector: Selector;
  declarations: Declaration[];
}

/** Values and selectors stay text. */
export const asText = { parseValue: false, parseRulePrelude: false, parseAtrulePrelude: false } as const;

const NEVER_SPECIFIC = -1;
const STYLE_ATTRIBUTE = 1e9;
const IMPORTANT = 1e10;

/** Mermaid sets its few custom properties to what it writes as their fallback. */
const VARIABLE = /var\(\s*--[\w-]+\s*,\s*([^()]*)\)/g;

/**
 * Parses a style sheet. `@layer` and `@supports` are opened, all other at-rules (`@keyframes`, `@font-face`) are left
 * out: nothing in them changes a still picture.
 */
export function parseStyleSheet(text: string): Rule[] {
  const rules: Rule[] = [];
  walk(parse(text, asText), {
    visit: 'Rule',
    enter({ prelude, block }) {
      if (prelude.type !== 'Raw' || !/^(?:layer|supports)?$/.test(this.atrule?.name ?? '')) return;
      const declarations = declarationsIn(block.children);
      for (const selector of parseSelectors(prelude.value)) rules.push({ selector, declarations });
    },
  });
  return rules;
}

/**
 * Returns the declared value of each property of an element: presentation attributes, then rules by specificity and
 * order, then the style attribute, `!important` above all.
 *
 * @param attributes names of the attributes that count as presentation attributes
 */
export function cascade(
  element: Element,
  rules: readonly Rule[],
  attributes: Iterable<string> = [],
): Map<string, string> {
  const ranked: { rank: number; property: string; value: string }[] = [];
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value) ranked.push({ rank: NEVER_SPECIFIC, property: name, value });
  }
  const add = (declarations: readonly Declaration[], origin: number): void => {
    for (const { property, value, important } of declarations) {
      ranked.push({ rank: origin + (important ? IMPORTANT : 0), property, value });
    }
  };
  const keys = keysOf(element);
  for (const { selector, declarations } of rules) {
    if (selector.key !== undefined && !keys.has(selector.key)) continue;
    if (selector.matches(element)) add(declarations, selector.specificity);
  }
  add(parseStyleAttribute(element.getAttribute('style')), STYLE_ATTRIBUTE);
  // The sort is stable: among equals the later one wins.
  ranked.sort((a, b) => a.rank - b.rank);
  return new Map(ranked.map(({ property, value }) => [property, value]));
}

function parseStyleAttribute(text: string | null): Declaration[] {
  if (!text) return [];
  const list = parse(text, { ...asText, context: 'declarationList' });
  return list.type === 'DeclarationList' ? declarationsIn(list.children) : [];
}

function declarationsIn(nodes: Iterable<CssNode>): Declaration[] {
  return [...nodes]
    .filter((node): node is DeclarationNode => node.type === 'Declaration')
    .map(({ property, value, important }) => ({
      property: property.toLowerCase(),
      value: value.type === 'Raw' ? value.value.trim().replace(VARIABLE, '$1') : '',
      important: important !== false,
    }))
    .filter(({ value }) => value !== '');
}
