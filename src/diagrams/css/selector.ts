import { compile, type Options } from 'css-select';
import { parse, type Selector as Token } from 'css-what';

export interface Selector {
  matches: (element: Element) => boolean;
  /** What an element must have to be the rightmost: `#id`, `.class` or a type; undefined where none is named. */
  key: string | undefined;
  /** Ids, then classes, attributes and pseudo-classes, then types, each up to 999. */
  specificity: number;
}

const TRAVERSALS = new Set(['descendant', 'child', 'sibling', 'adjacent']);

const options: Options<Node, Element> = {
  xmlMode: true,
  cacheResults: false,
  adapter: {
    isTag: (node): node is Element => node.nodeType === 1,
    getAttributeValue: (element, name) => element.getAttribute(name) ?? undefined,
    getChildren: (node) => [...node.childNodes],
    getName: (element) => element.localName,
    getParent: (node) => node.parentElement,
    getSiblings: (node) => [...(node.parentNode?.childNodes ?? [node])],
    getText: (node) => node.textContent ?? '',
    hasAttrib: (element, name) => element.hasAttribute(name),
    prevElementSibling: (node) => (node as Element).previousElementSibling,
    removeSubsets: (nodes) => nodes,
  },
};

/**
 * Parses a list of selectors. Those that never hold in a still picture (`:hover`, `::before`) are left out. jsdom's own
 * `matches` takes ten times as long, which is seconds for the thousands of questions that one diagram asks.
 */
export function parseSelectors(text: string): Selector[] {
  return parse(text)
    .filter((tokens) => !tokens.some(neverHolds))
    .map((tokens) => ({
      matches: compile<Node, Element>([tokens], options),
      key: keyOf(tokens),
      specificity: specificityOf(tokens),
    }));
}

/** Returns all keys that selectors of an element may have: to compare them is quicker than to try each selector. */
export function keysOf(element: Element): ReadonlySet<string> {
  const classes = element.getAttribute('class')?.split(/\s+/) ?? [];
  return new Set([
    element.localName,
    `#${element.getAttribute('id') ?? ''}`,
    ...classes.map((name) => `.${name}`),
  ]);
}

function neverHolds(token: Token): boolean {
  if (token.type === 'pseudo-element') return true;
  return token.type === 'pseudo' && /^(?:hover|focus|active|visited|before|after)/.test(token.name);
}

function keyOf(tokens: readonly Token[]): string | undefined {
  for (const token of tokens.slice(tokens.findLastIndex(({ type }) => TRAVERSALS.has(type)) + 1)) {
    if (token.type === 'tag') return token.name;
    if (token.type !== 'attribute') continue;
    if (token.name === 'class' && token.action === 'element') return `.${token.value}`;
    if (token.name === 'id' && token.action === 'equals') return `#${token.value}`;
  }
  return undefined;
}

function specificityOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(token), 0);
}

function weightOf(token: Token): number {
  switch (token.type) {
    case 'tag':
      return 1;
    case 'attribute':
      return token.name === 'id' && token.action === 'equals' ? 1e6 : 1e3;
    case 'pseudo':
      if (token.name === 'where') return 0;
      return Array.isArray(token.data) ? Math.max(...token.data.map(specificityOf)) : 1e3;
    default:
      return 0;
  }
}
