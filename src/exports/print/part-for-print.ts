import type { Element, ElementContent } from 'hast';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, copyTree, replaceElements, type Finder } from '../../build/html.ts';
import type { OpenPart } from '../book.ts';

/**
 * Returns a part as the page for print holds it, in a `<section>` that names it. Links and ids are those of its own page:
 * which of them have to change, the page for print knows, see join-parts.ts. The front is followed by the contents.
 *
 * @param page finds in the part's page
 */
export function partForPrint({ name, place, body }: OpenPart, page: Finder): Element {
  const contents = place === 'front' ? page.first(contract.contents) : undefined;
  const children: ElementContent[] = [...body.children, ...(contents ? [contents] : [])].map(copyTree);
  const layer = attributeOf(body, 'data-layer');
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: { className: ['part'], id: anchorOf(name), ...(layer ? { dataLayer: layer } : {}) },
    children,
  };
  // The opening of the cover is that of the page for print.
  if (place !== 'front') replaceElements(section, `script, ${contract.page}`);
  return section;
}

/** Returns the id of a part on the page for print. */
export function anchorOf(name: string): string {
  return `part-${name}`;
}
