import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { attribute, readPages, type DistPage } from './read-dist.ts';

const { plain, placed } = inject('sites');

function canonicals(pages: DistPage[]): (string | undefined)[] {
  return pages.map(({ elements }) => {
    const link = elements.find((element) => attribute(element, 'rel') === 'canonical');
    return link && attribute(link, 'href');
  });
}

/** Pages that say themselves that they are not to be found: they have no canonical address either. */
function findable(dist: string): DistPage[] {
  return readPages(dist).filter(
    ({ elements }) => !elements.some((element) => /noindex/.test(attribute(element, 'content') ?? '')),
  );
}

test('without SITE_URL every page names its address on whatever host it stands', () => {
  const pages = findable(plain.dist);
  expect(canonicals(pages)).toEqual(pages.map(({ file }) => `/${file.replace(/index\.html$/, '')}`));
});

test('with SITE_URL every page names its full address', () => {
  const pages = findable(placed.dist);
  expect(canonicals(pages)).toEqual(
    pages.map(({ file }) => `https://book.example/a/b/${file.replace(/index\.html$/, '')}`),
  );
});

test('a sitemap with every findable page is there when, and only when, the address is known', () => {
  expect(existsSync(path.join(plain.dist, 'sitemap-index.xml'))).toBe(false);
  const index = readFileSync(path.join(placed.dist, 'sitemap-index.xml'), 'utf8');
  expect(locations(index)).toEqual(['https://book.example/a/b/sitemap-0.xml']);
  const sitemap = readFileSync(path.join(placed.dist, 'sitemap-0.xml'), 'utf8');
  expect(locations(sitemap).sort()).toEqual(canonicals(findable(placed.dist)).sort());
  expect(sitemap).not.toContain('lastmod');
});

test('without SITE_URL no page names a host of its own', () => {
  const named = readPages(plain.dist).filter(({ html }) =>
    /book\.example|localhost|site\.invalid/.test(html),
  );
  expect(named.map(({ file }) => file)).toEqual([]);
});

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location = '']) => location);
}
