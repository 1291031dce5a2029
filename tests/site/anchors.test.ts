import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { readAnchorList } from '../../src/book/anchor-list.ts';
import { attribute, readPages } from './read-dist.ts';

const all = readPages(inject('sites').plain.dist);
/** Those that readers and search engines are sent to: what stands on others is a copy, or not found. */
const pages = all.filter(
  ({ elements }) => !elements.some((element) => /noindex/.test(attribute(element, 'content') ?? '')),
);
const file = path.resolve(import.meta.dirname, '../../content/anchors.txt');
const listed = readAnchorList(readFileSync(file, 'utf8')).filter(({ movedTo }) => movedTo === undefined);

/** What readers link to, by its element. */
const lasting = /^(h2|h3|figure|aside|li|section)$/;

test('everything that can be linked to on a page is listed', () => {
  const found = pages.flatMap(({ file, elements }) =>
    elements.flatMap((element) => {
      const id = attribute(element, 'id');
      const inTerms = element.tagName === 'div' && /^[a-z]/.test(id ?? '');
      return id && (lasting.test(element.tagName) || inTerms)
        ? [`/${file.replace(/index\.html$/, '')}#${id}`]
        : [];
    }),
  );
  expect(found.length).toBeGreaterThan(500);
  const known = new Set(listed.map(({ address }) => address));
  expect(found.filter((address) => !known.has(address))).toEqual([]);
});

test('everything that is listed is on its page', () => {
  const there = new Set(
    all.flatMap(({ file, elements }) => {
      const page = `/${file.replace(/index\.html$/, '')}`;
      return [page, ...elements.map((element) => `${page}#${attribute(element, 'id')}`)];
    }),
  );
  expect(listed.map(({ address }) => address).filter((address) => !there.has(address))).toEqual([]);
});
