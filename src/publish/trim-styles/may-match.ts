import { isTraversal, parse, SelectorType, type Selector } from 'css-what';
import { anything, keyOf, matcher, type Matches } from '../css/match-element.ts';
import type { FindElements } from './find-elements.ts';

/** One selector of a list. */
interface PageSelector {
  /** Whether any element may match it, now or after the reader or a script did something. */
  mayMatch: (find: FindElements) => boolean;
}

/** Pseudo-classes that are looked into. All others are taken for true of any element. */
const lookedInto = /^(is|where|matches|has)$/;

/**
 * Makes a function that reads lists of selectors, each once, for asking pages whether they have a match. What
 * can change while a page is open is taken for given:
 *
 * - what the reader does and how it is shown: `:hover`, `:target`, `:checked`, `::details-content`;
 * - attributes other than class and id, such as `open`, `data-theme`, `aria-current`;
 * - who is first, last, empty, or next, since a script may put something between;
 * - elements, classes and ids that a script of the page names, and all that `:not()` says.
 *
 * @returns a function whose second argument are the words of the page's scripts
 */
export function selectorReader(): (list: string, scriptWords: ReadonlySet<string>) => PageSelector[] {
  const known = new WeakMap<ReadonlySet<string>, Map<string, PageSelector[]>>();
  return (list, words) => {
    const byList = known.get(words) ?? new Map<string, PageSelector[]>();
    known.set(words, byList);
    const selectors = byList.get(list) ?? read(list, words);
    byList.set(list, selectors);
    return selectors;
  };
}

function read(list: string, words: ReadonlySet<string>): PageSelector[] {
  return parse(list).map((tokens) => {
    const plain = tokens.filter(({ type }) => type !== SelectorType.PseudoElement);
    const relaxed = plain.map((token) => relax(token, words));
    // Where a script's element stands nobody knows, so that only the others are asked for, each by itself.
    const parts = plain.some((token) => isNamed(token, words)) ? compounds(relaxed) : [relaxed];
    const asked = parts.map((part) => ({ key: keyOf(part), matches: matcher(part) }));
    return { mayMatch: (find) => asked.every(({ key, matches }) => hasMatch(find(key), matches)) };
  });
}

function hasMatch(elements: ReturnType<FindElements>, matches: Matches): boolean {
  return elements.some((element) => matches(element));
}

/** Writes a token so that it holds of everything that it may hold of. */
function relax(token: Selector, words: ReadonlySet<string>): Selector {
  if (token.type === SelectorType.Adjacent) return { type: SelectorType.Sibling };
  if (isTraversal(token) || token.type === SelectorType.Universal) return token;
  if (token.type === SelectorType.Tag || isFixed(token)) return isNamed(token, words) ? anything : token;
  if (token.type !== SelectorType.Pseudo) return anything;
  if (token.name === 'root') return token;
  if (!lookedInto.test(token.name) || !Array.isArray(token.data)) return anything;
  if (token.data.flat().some((inner) => mentionsNamed(inner, words))) return anything;
  return { ...token, data: token.data.map((inner) => inner.map((part) => relax(part, words))) };
}

/** `.note` and `#reading`, of which only scripts can make more. */
function isFixed(token: Selector): boolean {
  return (
    token.type === SelectorType.Attribute &&
    ((token.name === 'class' && token.action === 'element') ||
      (token.name === 'id' && token.action === 'equals'))
  );
}

function isNamed(token: Selector, words: ReadonlySet<string>): boolean {
  if (token.type === SelectorType.Tag) return words.has(token.name);
  return token.type === SelectorType.Attribute && isFixed(token) && words.has(token.value);
}

function mentionsNamed(token: Selector, words: ReadonlySet<string>): boolean {
  if (isNamed(token, words)) return true;
  return (
    token.type === SelectorType.Pseudo &&
    Array.isArray(token.data) &&
    token.data.flat().some((inner) => mentionsNamed(inner, words))
  );
}

/** `.a > .b .c`   →   `.a`, `.b`, `.c` */
function compounds(tokens: Selector[]): Selector[][] {
  const parts: Selector[][] = [[]];
  for (const token of tokens)
    if (isTraversal(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}
