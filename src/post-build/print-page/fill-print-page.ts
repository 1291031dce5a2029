import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { isVolume } from '../book/list-addresses.ts';
import type { Book, Part } from '../book/read-book.ts';
import { findElement, findElements } from '../book/tree.ts';
import { joinParts } from './join-parts.ts';
import { levelSelectors } from './level-selectors.ts';

/**
 * Puts the text of all pages into the page that is to hold the whole book. Of a large book it holds what stands before
 * and behind the chapters, and each volume of these has a page of its own.
 *
 * @param dist folder of the built site
 * @throws Error when such a page is not there, or has no `<main>`
 */
export async function fillPrintPages(dist: string, book: Book): Promise<void> {
  for (const [volume, parts] of Map.groupBy(book.parts, (part) => part.volume))
    await fill(dist, volume === undefined ? 'print/index.html' : `print/${volume}/index.html`, book, parts);
}

async function fill(dist: string, file: string, book: Book, parts: Part[]): Promise<void> {
  const name = path.join(dist, file);
  const tree = fromHtml(await readFile(name, 'utf8'));
  const main = findElement(tree, ({ tagName }) => tagName === 'main');
  if (!main) throw new Error(`dist/${file} has no <main> to put the book into.`);
  const title = findElements(main, ({ tagName }) => tagName === 'h1');
  main.children = [...title, ...joinParts(book, parts)];
  for (const style of findElements(tree, ({ tagName }) => tagName === 'style')) replaceStyle(style);
  // The contents stand on this page too.
  for (const { properties } of findElements(tree, ({ tagName }) => tagName === 'a'))
    if (
      properties['href'] === `${book.base}#contents` &&
      findElement(main, ({ properties }) => properties['id'] === 'contents')
    )
      properties['href'] = '#contents';
    else if (isVolume(String(properties['href']), book.base))
      properties['href'] = String(properties['href']).replace(/contents(?=\/\d+\/$)/, 'print');
  await writeFile(name, toHtml(tree));
}

function replaceStyle(style: Element): void {
  style.children = style.children.map((child) =>
    child.type === 'text' ? { ...child, value: levelSelectors(child.value) } : child,
  );
}
