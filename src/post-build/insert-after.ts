import type { Page, PageElement } from './read-page.ts';

/**
 * Puts text behind the start tag of an element, in the page's HTML and in what was read of it. What is put
 * behind the tag of a `<style>` is its text; elements that are put into a page are not listed there.
 *
 * @param text HTML, or CSS
 * @throws Error when the element has no tag of its own
 */
export function insertAfter(page: Page, element: PageElement, text: string): void {
  const at = element.openedAt;
  if (at === undefined) throw new Error(`${page.file} has no tag <${element.name}>.`);
  page.html = page.html.slice(0, at) + text + page.html.slice(at);
  for (const other of page.elements)
    if (other.openedAt !== undefined && other.openedAt > at) other.openedAt += text.length;
  if (element.name !== 'style') return;
  element.ownText = text + element.ownText;
  element.text = element.ownText;
}
