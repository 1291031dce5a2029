import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/client/offline/addresses.ts';
import { writeSyntheticBook } from '../bench/synthetic-book.ts';
import { buildSite, type BuiltSite } from '../build/build-site.ts';
import { attribute, elementsIn, listFiles, readPages, theElement, type DistPage } from './read-dist.ts';

/** Both are large enough to be divided into volumes (see src/book/volumes.ts), and one is twice the other. */
const sizes = [45, 90] as const;

let sites: BuiltSite[] = [];
let pages: DistPage[][] = [];

beforeAll(async () => {
  sites = await Promise.all(
    sizes.map(async (size) => buildSite({ prepare: (root) => writeSyntheticBook(root, size) })),
  );
  pages = sites.map(({ exitCode, dist, output }) => {
    if (exitCode !== 0) throw new Error(output);
    return readPages(dist);
  });
}, 600_000);
afterAll(async () => {
  await Promise.all(sites.map((site) => site.remove()));
});

const compressed = (text: string): number => brotliCompressSync(text).length;

/** The pages of a book whose size could grow with it, and a few of the chapters, which are alike. */
const ofLists = /^(index|404|(contents|errata|glossary)\/.*|c(1|44|90)\/index)\.?/;

test('every page that lists parts of the book keeps its bytes', () => {
  const listing = (pages[1] ?? []).filter(({ file }) => ofLists.test(file));
  expect(listing.length).toBeGreaterThan(14);
  for (const page of listing) {
    const second = elementsIn(theElement(page, 'main')).filter(({ tagName }) => tagName === 'h2')[1];
    const first = page.html.slice(0, second?.position?.start.offset ?? page.html.length);
    expect(compressed(first), page.file).toBeLessThanOrEqual(14_336);
    expect(compressed(page.html), page.file).toBeLessThanOrEqual(36 * 1024);
  }
});

describe('twice as many chapters make no more than twice as much of', () => {
  const counts: Record<string, (index: number) => number> = {
    'bytes of pages': (index) => sum(pages[index] ?? [], ({ html }) => html.length),
    links: (index) =>
      sum(pages[index] ?? [], ({ elements }) => elements.filter(({ tagName }) => tagName === 'a').length),
    'links beside the text': (index) =>
      sum(
        pages[index] ?? [],
        ({ elements }) =>
          elements
            .filter((element) => attribute(element, 'id') === 'toc')
            .flatMap(elementsIn)
            .filter(({ tagName }) => tagName === 'a').length,
      ),
    'bytes of all files': (index) => {
      const dist = sites[index]?.dist ?? '';
      return sum(listFiles(dist), (file) => statSync(path.join(dist, file)).size);
    },
  };

  test.each(Object.entries(counts))('%s', (_, count) => {
    expect(count(0)).toBeGreaterThan(100);
    expect(count(1) / count(0)).toBeLessThanOrEqual(2.05);
  });
});

test('what is kept for reading without a network at the first visit does not grow with the book', () => {
  const kept = sites.map(({ dist }) => {
    const [, list = ''] =
      /^const edition=(\{.*\});\n/.exec(readFileSync(path.join(dist, 'sw.js'), 'utf8')) ?? [];
    return JSON.parse(list) as Edition;
  });
  expect(kept.map(({ whole }) => whole)).toEqual([false, false]);
  const files = kept.map((edition) => Object.keys(edition.files));
  expect(files[0]).toEqual(expect.arrayContaining(['', 'contents/', '404.html']));
  expect(Math.abs((files[1]?.length ?? 0) - (files[0]?.length ?? 0))).toBeLessThanOrEqual(2);
});

test('from the cover every chapter is reached by way of its volume, and from there all of its sections', () => {
  const [, large = []] = pages;
  const linksOf = (file: string): string[] =>
    large
      .filter((page) => page.file === file)
      .flatMap(({ elements }) => elements.map((element) => attribute(element, 'href') ?? ''));
  const volumes = linksOf('index.html').filter((href) => /^\/contents\/\d+\/$/.test(href));
  expect(volumes).toHaveLength(4);
  const reached = new Set(volumes.flatMap((href) => linksOf(`${href.slice(1)}index.html`)));
  for (let number = 1; number <= 90; number++) {
    expect(reached).toContain(`/c${number}/`);
    expect(reached).toContain(`/c${number}/#c${number}-4`);
  }
});

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
