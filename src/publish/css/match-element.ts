import { compile, type Options } from 'css-select';
import { isTraversal, SelectorType, type Selector } from 'css-what';
import type { PageElement } from '../pages/read-page.ts';

export type Matches = (element: PageElement) => boolean;

const options: Options<PageElement, PageElement> = {
  adapter: {
    isTag: (node): node is PageElement => Boolean(node),
    getAttributeValue: (element, name) => element.attributes.get(name),
    getChildren: ({ children }) => children,
    // As the names in selectors are compared; SVG has some with capitals, such as linearGradient.
    getName: ({ name }) => name.toLowerCase(),
    getParent: ({ parent }) => parent ?? null,
    getSiblings: (element) => element.parent?.children ?? [element],
    getText: ({ text }) => text,
    hasAttrib: (element, name) => element.attributes.has(name),
    removeSubsets: (elements) => elements,
  },
};

/** Matches any element. */
export const anything: Selector = { type: SelectorType.Universal, namespace: null };

/**
 * Makes a function that says whether an element of a built page is what a selector means.
 *
 * @param tokens one selector, without pseudo-elements and without what only a browser knows
 */
export function matcher(tokens: Selector[]): Matches {
  return compile<PageElement, PageElement>([withSubject(tokens)], options);
}

/** What every match of a selector has, to look rules or elements up by: `.katex`, `h1`, or `*` for anything. */
export function keyOf(tokens: Selector[]): string {
  const subject = tokens.slice(tokens.findLastIndex(isTraversal) + 1);
  for (const token of subject)
    if (token.type === SelectorType.Attribute && token.name === 'class' && token.action === 'element')
      return `.${token.value}`;
  const tag = subject.find((token) => token.type === SelectorType.Tag);
  return tag?.name.toLowerCase() ?? '*';
}

/** The keys under which selectors that match an element may be found. */
export function keysOf({ name, attributes }: PageElement): string[] {
  const classes = new Set(attributes.get('class')?.split(/\s+/));
  return ['*', name.toLowerCase(), ...[...classes].map((one) => `.${one}`)];
}

/** `.note ::marker` is `.note *::marker`. */
function withSubject(tokens: Selector[]): Selector[] {
  const last = tokens.at(-1);
  return last && !isTraversal(last) ? tokens : [...tokens, anything];
}
