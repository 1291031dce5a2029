import { AttributeAction, SelectorType, type Selector } from 'css-what';

/** Counts of ids, of classes and their like, of element names (Selectors 4, section 17). */
export type Specificity = readonly [ids: number, classes: number, names: number];

/** The specificity of one selector. */
export function specificityOf(tokens: Selector[]): Specificity {
  return tokens.map(countToken).reduce(add, [0, 0, 0]);
}

/** Orders numbers by the first that differs. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

function countToken(token: Selector): Specificity {
  if (token.type === SelectorType.Tag || token.type === SelectorType.PseudoElement) return [0, 0, 1];
  if (token.type === SelectorType.Attribute) {
    // The parser writes #id as an attribute, and marks it as one that quirks mode compares differently.
    const isId =
      token.name === 'id' && token.action === AttributeAction.Equals && token.ignoreCase === 'quirks';
    return isId ? [1, 0, 0] : [0, 1, 0];
  }
  if (token.type !== SelectorType.Pseudo || token.name === 'where') return [0, 0, 0];
  // :is(), :not() and :has() count as the most specific of their arguments; :nth-child(2 of …) does not occur.
  if (Array.isArray(token.data))
    return token.data.map(specificityOf).reduce((most, one) => (compareRanks(one, most) > 0 ? one : most));
  return [0, 1, 0];
}

function add(a: Specificity, b: Specificity): Specificity {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
