import type { Page, PageElement } from './read-page.ts';

/**
 * Puts HTML behind the start tag of an element. What was read of the page keeps its places; elements that are put into
 * it are not listed there.
 *
 * @throws Error when the element has no tag of its own
 */
export function insertAfter(page: Page, element: PageElement, text: string): void {
  replaceBehind(page, element, '', text);
}

/**
 * Gives a `<style>` another text, in the page's HTML and in what was read of it.
 *
 * @param css without `</style`
 * @throws Error when the element has no tag of its own, or its text does not stand behind it
 */
export function replaceStyle(page: Page, style: PageElement, css: string): void {
  replaceBehind(page, style, style.ownText, css);
  style.text = css;
}

function replaceBehind(page: Page, element: PageElement, old: string, text: string): void {
  const at = element.openedAt;
  if (at === undefined) throw new Error(`${page.file} has no tag <${element.name}>.`);
  if (!page.html.startsWith(old, at)) throw new Error(`${page.file} has another text in <${element.name}>.`);
  page.html = page.html.slice(0, at) + text + page.html.slice(at + old.length);
  for (const other of page.elements)
    if (other.openedAt !== undefined && other.openedAt > at) other.openedAt += text.length - old.length;
}
