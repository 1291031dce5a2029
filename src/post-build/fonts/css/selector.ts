import { compile, type Options } from 'css-select';
import { isTraversal, parse, SelectorType, type Selector } from 'css-what';
import type { PageElement } from '../../read-page.ts';
import { specificityOf, type Specificity } from './specificity.ts';

/** One selector of a rule, without commas. */
export interface CompiledSelector {
  /** `before`, `marker`; undefined for elements themselves. */
  pseudoElement: string | undefined;
  /** Whether it matches is known only while the page is read: `:hover`, `:target`. */
  conditional: boolean;
  specificity: Specificity;
  /** What every match has, to look rules up by: `.katex`, `h1`, or `*` for anything. */
  key: string;
  /** Takes conditions for met. */
  matches: (element: PageElement) => boolean;
}

/** Pseudo-classes that the page's tree alone decides. All others depend on the reader or the browser. */
const structural = /^(root|empty|not|is|where|matches|has|(first|last|only)-(child|of-type)|nth-.+)$/;

const options: Options<PageElement, PageElement> = {
  adapter: {
    isTag: (node): node is PageElement => Boolean(node),
    getAttributeValue: (element, name) => element.attributes.get(name),
    getChildren: ({ children }) => children,
    getName: ({ name }) => name,
    getParent: ({ parent }) => parent ?? null,
    getSiblings: (element) => element.parent?.children ?? [element],
    getText: ({ text }) => text,
    hasAttrib: (element, name) => element.attributes.has(name),
    removeSubsets: (elements) => elements,
  },
};

/**
 * Compiles the selectors of a rule for matching against the elements of built pages.
 *
 * @param list `h1, .note b::before`
 * @throws Error when it is no list of selectors
 */
export function compileSelectors(list: string): CompiledSelector[] {
  return parse(list).map((tokens) => {
    const pseudo = tokens.find((token) => token.type === SelectorType.PseudoElement);
    const plain = tokens.filter((token) => token !== pseudo);
    const decided = plain.map(decide);
    return {
      pseudoElement: pseudo?.name,
      conditional: plain.some(isUndecided),
      specificity: specificityOf(tokens),
      key: keyOf(plain),
      matches: compile<PageElement, PageElement>([withSubject(decided)], options),
    };
  });
}

function isUndecided(token: Selector): boolean {
  if (token.type !== SelectorType.Pseudo) return false;
  if (!structural.test(token.name)) return true;
  return Array.isArray(token.data) && token.data.some((inner) => inner.some(isUndecided));
}

/** Puts `*` in the place of what only the browser can decide; inside of `:not()`, of the whole. */
function decide(token: Selector): Selector {
  if (!isUndecided(token) || token.type !== SelectorType.Pseudo) return token;
  if (!structural.test(token.name) || token.name === 'not' || !Array.isArray(token.data))
    return { type: SelectorType.Universal, namespace: null };
  return { ...token, data: token.data.map((inner) => inner.map(decide)) };
}

/** `.note ::marker` is `.note *::marker`. */
function withSubject(tokens: Selector[]): Selector[] {
  const last = tokens.at(-1);
  return last && !isTraversal(last) ? tokens : [...tokens, { type: SelectorType.Universal, namespace: null }];
}

function keyOf(tokens: Selector[]): string {
  const subject = tokens.slice(tokens.findLastIndex(isTraversal) + 1);
  for (const token of subject)
    if (token.type === SelectorType.Attribute && token.name === 'class' && token.action === 'element')
      return `.${token.value}`;
  const tag = subject.find((token) => token.type === SelectorType.Tag);
  return tag?.name ?? '*';
}
