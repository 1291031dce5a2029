import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Book } from '../book/read-book.ts';
import { findElement, findElements } from '../book/tree.ts';
import { joinParts } from './join-parts.ts';
import { levelSelectors } from './level-selectors.ts';

const file = 'print/index.html';

/**
 * Puts the text of all pages into the page that is to hold the whole book.
 *
 * @param dist folder of the built site
 * @throws Error when that page is not there, or has no `<main>`
 */
export async function fillPrintPage(dist: string, book: Book): Promise<void> {
  const name = path.join(dist, file);
  const tree = fromHtml(await readFile(name, 'utf8'));
  const main = findElement(tree, ({ tagName }) => tagName === 'main');
  if (!main) throw new Error(`dist/${file} has no <main> to put the book into.`);
  main.children = joinParts(book);
  for (const style of findElements(tree, ({ tagName }) => tagName === 'style')) replaceStyle(style);
  // The contents stand on this page too.
  for (const { properties } of findElements(tree, ({ tagName }) => tagName === 'a'))
    if (properties['href'] === `${book.base}#contents`) properties['href'] = '#contents';
  await writeFile(name, toHtml(tree));
}

function replaceStyle(style: Element): void {
  style.children = style.children.map((child) =>
    child.type === 'text' ? { ...child, value: levelSelectors(child.value) } : child,
  );
}
