import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, theElement, type DistPage } from './read-dist.ts';

const { dist } = inject('sites').plain;

const pages = readPages(dist);

/** The whole book on one page is large by its nature: only what is asked for in advance has a limit there. */
const ofTheBook = pages.filter(({ file }) => file !== 'print/index.html');

test('the whole book on one page is the only one without a limit', () => {
  expect(pages.length - ofTheBook.length).toBe(1);
});

describe.each(ofTheBook.map((page) => [page.file, page] as const))('%s', (_, page) => {
  // Nothing waits for a style sheet of paper.
  const screen = page.elements.filter((element) => attribute(element, 'media') !== 'print');
  const styles = Buffer.concat(linkedFiles({ ...page, elements: screen }, isBlockingStyle, 'href'));

  test('is painted from the first round trip', () => {
    const bytes = compressed(styles) + compressed(Buffer.from(page.html.slice(0, secondSection(page))));
    expect(bytes, 'shorten the styles, or what stands before the second section').toBeLessThanOrEqual(14_336);
  });

  test('is small as a whole', () => {
    // The list of sources grows with the book.
    const most = page.file === 'references/index.html' ? 48 : 36;
    const bytes = compressed(styles) + compressed(Buffer.from(page.html));
    expect(bytes, 'shorten the page, or divide it').toBeLessThanOrEqual(most * 1024);
  });
});

describe.each(pages.map((page) => [page.file, page] as const))('%s', (_, page) => {
  test('asks for few scripts before its reader does', () => {
    const inline = page.elements
      // What describes the page is data.
      .filter(
        ({ tagName, properties }) =>
          tagName === 'script' &&
          properties['src'] === undefined &&
          properties['type'] !== 'application/ld+json',
      )
      .map((script) => Buffer.from(toString(script)));
    const loaded = linkedFiles(
      page,
      (name, rel) => name === 'script' || rel === 'modulepreload',
      'src',
      'href',
    );
    const bytes = [...inline, ...loaded].map(compressed).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(6_000);
  });
});

function compressed(content: Buffer): number {
  if (content.length === 0) return 0;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

/** Where the second h2 of the text begins; the end of a page that has none. */
function secondSection(page: DistPage): number {
  const sections = elementsIn(theElement(page, 'main')).filter(({ tagName }) => tagName === 'h2');
  return sections[1]?.position?.start.offset ?? page.html.length;
}

function isBlockingStyle(name: string, rel: string): boolean {
  return name === 'link' && rel.split(' ').includes('stylesheet');
}

/** The files of this site that elements name, and, of scripts, the files that those import at once. */
function linkedFiles(
  { elements }: DistPage,
  wanted: (name: string, rel: string) => boolean,
  ...properties: string[]
): Buffer[] {
  const files = new Set(
    elements
      .filter((element) => wanted(element.tagName, attribute(element, 'rel') ?? ''))
      .flatMap((element) => properties.map((property) => attribute(element, property)))
      .filter((address) => address !== undefined)
      .map((address) => path.join(dist, new URL(address, 'http://site.invalid').pathname)),
  );
  for (const file of files)
    if (file.endsWith('.js'))
      for (const [, , name = ''] of readFileSync(file, 'utf8').matchAll(
        /\b(from|import)\s*["'](\.[^"']+)["']/g,
      ))
        files.add(path.join(path.dirname(file), name));
  return [...files].map((file) => readFileSync(file));
}
