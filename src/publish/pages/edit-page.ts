import type { Page, PageElement } from './read-page.ts';

/**
 * Puts HTML behind the start tag of an element. What was read of the page keeps its places; elements that are put into
 * it are not listed there.
 *
 * @throws Error when the element has no tag of its own
 */
export function insertAfter(page: Page, element: PageElement, text: string): void {
  const at = element.openedAt;
  if (at === undefined) throw new Error(`${page.file} has no tag <${element.name}>.`);
  page.html = page.html.slice(0, at) + text + page.html.slice(at);
  for (const other of page.elements)
    if (other.openedAt !== undefined && other.openedAt > at) other.openedAt += text.length;
}
