import type { Element, Root } from 'hast';
import { attributeOf, createFinder, parsePage, type Finder } from '../../build/html.ts';

/** A built page. */
export interface Page {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  /** Path that a browser asks for: `/a/b/maths/`. */
  address: string;
  tree: Root;
  /** Finds elements of the tree as it is now. */
  finder: Finder;
}

/**
 * Parses a page.
 *
 * @param file path in `dist`
 * @param base path that the site stands under, with a slash at both ends
 */
export function openPage(file: string, base: string, html: string): Page {
  const tree = parsePage(html);
  return { file, address: addressOfFile(file, base), tree, finder: createFinder(tree) };
}

/** Returns the address of a page by its file: `/a/b/maths/` of `maths/index.html`. */
export function addressOfFile(file: string, base: string): string {
  return base + file.replace(/(^|\/)index\.html$/, '$1');
}

/** Returns the page with a finder that knows what has been put in and taken out since. */
export function changed(page: Page): Page {
  return { ...page, finder: createFinder(page.tree) };
}

/** Types of `<script>` that run or configure what runs; anything else is data, and no policy looks at it. */
const running = /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script)$/i;

/** Is it a script, and not data? */
export function isRunning(element: Element): boolean {
  return element.tagName === 'script' && running.test(attributeOf(element, 'type') ?? '');
}

/** Returns `<a href="/maths/">`, for telling where something is: the attributes that matter, shortened. */
export function showTag(element: Element): string {
  const shown = ['id', 'class', 'rel', 'href', 'xlink:href', 'src'].flatMap((name) => {
    const value = attributeOf(element, name);
    return value === undefined ? [] : [` ${name}="${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`];
  });
  return `<${element.tagName}${shown.join('')}>`;
}
