import { createHash } from 'node:crypto';
import type { Seams } from './page-facts.ts';
import { findCharset, isRunning, type Page, type PageElement } from './read-page.ts';

/** Finds where a page is completed when the whole site is known. */
export function findSeams(page: Page): Seams {
  const [first, ...others] = page.elements.filter(({ name }) => name === 'style');
  const charset = findCharset(page)?.openedAt;
  const scripts = page.elements.filter((element) => isRunning(element) && !element.attributes.has('src'));
  return {
    ...(charset === undefined ? {} : { charset }),
    ...(first?.openedAt === undefined ? {} : { style: { at: first.openedAt, length: first.ownText.length } }),
    sizes: page.elements.flatMap(({ attributes, openedAt }) => {
      const file = attributes.get('data-size-of');
      return file && openedAt !== undefined ? [{ at: openedAt, file }] : [];
    }),
    scripts: hashesOf(scripts),
    styles: hashesOf(others),
  };
}

/** As a policy names a script or style that stands in the page: `'sha256-…'`. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function hashesOf(elements: PageElement[]): string[] {
  return [...new Set(elements.map(({ text }) => hashOf(text)))];
}
