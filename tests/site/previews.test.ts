import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import {
  attribute,
  elementsIn,
  readPages,
  readSectionPages,
  theElement,
  type DistPage,
} from './read-dist.ts';

/** What a page says in its head, by name or property. */
function said(page: DistPage, name: string): string | undefined {
  const meta = page.elements.find(
    (element) => attribute(element, 'name') === name || attribute(element, 'property') === name,
  );
  return meta && attribute(meta, 'content');
}

function canonicalOf({ elements }: DistPage): string | undefined {
  const link = elements.find((element) => attribute(element, 'rel') === 'canonical');
  return link && attribute(link, 'href');
}

describe.each(['plain', 'placed'] as const)('in the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  const host = name === 'placed' ? 'https://book.example' : '';
  const pages = readPages(dist).filter((page) => canonicalOf(page) !== undefined);
  const sections = readSectionPages(dist);
  const all = [...pages, ...sections];

  test('every page and section has a title and a picture for previews, on this host', () => {
    for (const page of all) {
      expect(said(page, 'og:title'), page.file).toMatch(/\S/);
      expect(said(page, 'og:description'), page.file).toBe(said(page, 'description'));
      expect(said(page, 'twitter:card'), page.file).toBe('summary_large_image');
      expect(said(page, 'og:url'), page.file).toBe(host ? canonicalOf(page) : undefined);
      const picture = page.file.replace(/index\.html$/, 'card.png');
      expect(said(page, 'og:image'), page.file).toBe(`${host}${base}${picture}`);
    }
  });

  test('every section of the chapters has a page of its own, that leads to it at once', () => {
    const found = sections.map((page) => {
      const refresh = page.elements.find((element) => attribute(element, 'httpEquiv') === 'refresh');
      const [link] = page.elements.filter(({ tagName }) => tagName === 'a');
      const [, to] = /^0; url=(.+)$/.exec((refresh && attribute(refresh, 'content')) ?? '') ?? [];
      expect(link && attribute(link, 'href'), page.file).toBe(to);
      expect(canonicalOf(page), page.file).toBe(`${host}${to}`);
      expect(page.html, page.file).not.toContain('noindex');
      return to;
    });
    const headings = pages.flatMap((page) => {
      const main = theElement(page, 'main');
      if (attribute(main, 'dataLayer') === 'editorial') return [];
      const nav = elementsIn(main)
        .filter(({ tagName }) => tagName === 'nav')
        .flatMap(elementsIn);
      return elementsIn(main)
        .filter((element) => /^h[23]$/.test(element.tagName) && !nav.includes(element))
        .map((heading) => `${base}${page.file.replace(/index\.html$/, '')}#${attribute(heading, 'id')}`);
    });
    expect(headings.length).toBeGreaterThan(100);
    expect(found.sort()).toEqual(headings.sort());
  });

  test('what is said of every page is short, and of no other', () => {
    const descriptions = pages.map((page) => said(page, 'description') ?? '');
    expect(new Set(descriptions).size).toBe(pages.length);
    const titles = all.map((page) => toString(theElement(page, 'title')));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    const texts = all.map((page) => said(page, 'description') ?? '');
    expect(texts.filter((text) => text.length < 8 || [...text].length > 80)).toEqual([]);
  });

  test('robots are told where the pages are listed, when that is known', () => {
    const robots = readFileSync(path.join(dist, 'robots.txt'), 'utf8');
    expect(robots).toMatch(/^User-agent: \*\nAllow: \/\n/);
    expect(/^Sitemap: (.*)$/m.exec(robots)?.[1]).toBe(host ? `${host}${base}sitemap-index.xml` : undefined);
  });
});

const { dist } = inject('sites').plain;

test('every picture is as large as is said, and small as a file', async () => {
  const files = [...readPages(dist), ...readSectionPages(dist)]
    .filter((page) => said(page, 'og:image') !== undefined)
    .map(({ file }) => path.join(dist, file.replace(/index\.html$/, 'card.png')));
  expect(files.length).toBeGreaterThan(100);
  const found = await Promise.all(
    files.map(async (file) => {
      const { width, height, format, isPalette, size } = await sharp(readFileSync(file)).metadata();
      return { picture: `${format} ${width}×${height}, ${isPalette}`, size: size ?? Infinity };
    }),
  );
  expect(new Set(found.map(({ picture }) => picture))).toEqual(new Set(['png 1200×630, true']));
  expect(Math.max(...found.map(({ size }) => size))).toBeLessThan(50_000);
});

test('a correction stands in a preview beside what it corrects', () => {
  const page = readSectionPages(dist).find(({ file }) => file === 's/model/index.html');
  expect(page && said(page, 'description')).toContain('数学模型〔当作训练过程〕主要');
});
