import type { PageElement } from '../pages/read-page.ts';

/** Elements whose content has a form that a mark of ours would break. */
const strict = /^(table|thead|tbody|tr|dl|ol|ul|details)$/;

/**
 * Finds where an old id can stand, as an empty element, so that it leads to the same place as the new one: at
 * the beginning of what has the new id, or of the first part of it that may hold text.
 */
export function placeForAlias(named: PageElement): PageElement {
  const [first] = named.children;
  if (!first) return named;
  const opensWithCaption = named.name === 'figure' && first.name === 'figcaption';
  const holdsTerms = named.name === 'div' && first.name === 'dt';
  return strict.test(named.name) || opensWithCaption || holdsTerms ? placeForAlias(first) : named;
}
