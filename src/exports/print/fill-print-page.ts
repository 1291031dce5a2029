import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { cacheFolder } from '../../build/file-cache.ts';
import { parsePage } from '../../build/html.ts';
import type { Book, Part } from '../book/book.ts';
import { isVolume } from '../book/list-addresses.ts';
import { openBook } from '../book/open-book.ts';
import { findElement, findElements } from '../book/tree.ts';
import type { TakenBook } from '../take-away-part.ts';
import { keptTexts } from '../../publish/keep.ts';
import { joinParts } from './join-parts.ts';
import { levelSelectors } from './level-selectors.ts';

/** A page for print: its file, and the numbers of the parts that it is to hold. */
export interface PrintPage {
  file: string;
  parts: number[];
}

/**
 * Puts the text of some pages into the page that is to hold it, in a thread.
 *
 * @throws Error when that page is not there, or has no `<main>`
 */
export default async function fillPrintPage(
  { file, parts: numbers }: PrintPage,
  { outline, made }: TakenBook,
): Promise<void> {
  const read = (name: string): Buffer => readFileSync(path.join(outline.dist, name));
  const frame = read(file);
  const places = numbers.flatMap((number) => outline.parts[number] ?? []);
  const texts = [...new Set(places.map((place) => place.file))].map(read);
  const given = [made, file, frame, JSON.stringify(places), ...texts];
  const filled = await keptTexts(cacheFolder('print'), given, () => {
    const book = openBook(outline);
    const parts = numbers.flatMap((number) => book.parts[number] ?? []);
    return { data: undefined, texts: [fill(frame.toString(), book, parts, file)] };
  });
  writeFileSync(path.join(outline.dist, file), filled.texts[0] ?? '');
}

function fill(frame: string, book: Book, parts: Part[], file: string): string {
  const tree = parsePage(frame);
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
  return toHtml(tree);
}

function replaceStyle(style: Element): void {
  style.children = style.children.map((child) =>
    child.type === 'text' ? { ...child, value: levelSelectors(child.value) } : child,
  );
}
