import { parse, SelectorType, type Selector } from 'css-what';
import { anything, keyOf, matcher, type Matches } from '../../css/match-element.ts';
import { specificityOf, type Specificity } from './specificity.ts';

/** One selector of a rule, without commas. */
export interface CompiledSelector {
  /** `before`, `marker`; undefined for elements themselves. */
  pseudoElement: string | undefined;
  /** Whether it matches is known only while the page is read: `:hover`, `:target`. */
  conditional: boolean;
  specificity: Specificity;
  /** What every match has, to look rules up by. */
  key: string;
  /** Takes conditions for met. */
  matches: Matches;
}

/** Pseudo-classes that the page's tree alone decides. All others depend on the reader or the browser. */
const structural = /^(root|empty|not|is|where|matches|has|(first|last|only)-(child|of-type)|nth-.+)$/;

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
      matches: matcher(decided),
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
  if (!structural.test(token.name) || token.name === 'not' || !Array.isArray(token.data)) return anything;
  return { ...token, data: token.data.map((inner) => inner.map(decide)) };
}
