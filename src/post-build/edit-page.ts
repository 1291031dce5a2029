import type { Page, PageElement } from './read-page.ts';

/**
 * Puts text behind the start tag of an element, in the page's HTML and in what was read of it. What is put
 * behind the tag of a `<style>` is its text; elements that are put into a page are not listed there.
 *
 * @param text HTML, or CSS
 * @throws Error when the element has no tag of its own
 */
export function insertAfter(page: Page, element: PageElement, text: string): void {
  replaceBehind(page, element, '', text);
  if (element.name === 'style') element.text = text + element.ownText;
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
