import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { find, foldRecord, type FoldedRecord } from '../../src/client/search/find.ts';
import { fold, foldWithPlaces } from '../../src/client/search/fold.ts';
import { loadRecords } from '../../src/client/search/load-records.ts';
import { readQuery } from '../../src/client/search/query.ts';
import type { SearchRecord } from '../../src/client/search/record.ts';
import { attribute, elementsIn, listFiles, readPages } from './read-dist.ts';

const { dist } = inject('sites').plain;
/** What can be found: not the lists of it, nor the copy for print. */
const pages = readPages(dist).filter(
  ({ file }) => !['404.html', 'contents/index.html', 'print/index.html'].includes(file),
);

let all: SearchRecord[];
let folded: FoldedRecord[];

beforeAll(async () => {
  // As in a browser; here the files come from the disk.
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(fileURLToPath(new URL(address))))),
  );
  all = await loadRecords(pathToFileURL(path.join(dist, 'search/')).href);
  folded = all.map(foldRecord);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

/** What a reader expects who knows the book by heart. */
function expected(typed: string): string[] {
  return all
    .filter(({ title, names, text }) => fold([title, ...names, text].join('\n')).includes(fold(typed)))
    .map(({ address }) => address)
    .sort();
}

function search(typed: string): SearchRecord[] {
  const query = readQuery(typed);
  if (!query) throw new Error('Nothing is asked for.');
  return find(folded, query).exact;
}

/** Finds exactly what it should. */
function findsExactly(typed: string): string | undefined {
  const found = search(typed);
  const wanted = expected(typed);
  const same =
    found
      .map(({ address }) => address)
      .sort()
      .join() === wanted.join();
  return wanted.length && same ? undefined : `${typed}: ${found.length} of ${wanted.length}`;
}

function failures(queries: string[]): string[] {
  return queries.map(findsExactly).filter((failure) => failure !== undefined);
}

/** Titles of all sections as pages show them, without numbers. */
const sections = pages.flatMap(({ file, elements }) =>
  elements
    .filter(
      ({ tagName, properties }) =>
        /^h[23]$/.test(tagName) && properties['id'] && properties['id'] !== 'contents',
    )
    .map((heading) => {
      const number = elementsIn(heading).find((element) => attribute(element, 'className') === 'number');
      const said = toString(heading).replace(number ? toString(number) : '', '');
      return {
        title: said.replace(/\s+/g, ' ').trim(),
        address: `/${file.replace('index.html', '')}#${attribute(heading, 'id')}`,
      };
    }),
);

const terms = pages
  .flatMap(({ elements }) => elements)
  .filter(({ tagName }) => tagName === 'dfn')
  .map((term) => toString(term).trim());

test('every section, note, question, term and reference is a record, and has its text', () => {
  const addresses = new Set(all.map(({ address }) => address));
  const own = pages.flatMap(({ file, elements }) =>
    elements
      .filter(
        (element) =>
          /\bnote\b/.test(attribute(element, 'className') ?? '') ||
          (/^(references|glossary)/.test(file) && ['li', 'div'].includes(element.tagName)),
      )
      .flatMap((element) => attribute(element, 'id') ?? [])
      .map((id) => `/${file.replace('index.html', '')}#${id}`),
  );
  const wanted = [...sections.map(({ address }) => address), ...own].filter(
    (address) => !address.endsWith('#toc'),
  );
  expect(wanted.length).toBeGreaterThan(500);
  expect(wanted.filter((address) => !addresses.has(address))).toEqual([]);
  expect(all).toHaveLength(addresses.size);
});

describe('recall and precision are 1', () => {
  test('for every title of a section', () => {
    expect(sections.length).toBeGreaterThan(90);
    expect(failures(sections.map(({ title }) => title))).toEqual([]);
  });

  test('for every term of the glossary', () => {
    expect(terms.length).toBeGreaterThan(50);
    expect(failures(terms)).toEqual([]);
  });

  test('for 50 phrases, cut out of the book anywhere', () => {
    expect(failures(samplePhrases(50))).toEqual([]);
  });

  test.each(['ｋｖ缓存', 'KV缓存', 'TRANSFORMER', 'ansform', '%', '“同质化”', '模', '0.3', 'DeepSeek-V3'])(
    'for %s',
    (typed) => {
      expect(findsExactly(typed)).toBeUndefined();
    },
  );
});

test('the first hit is right for every title and every term', () => {
  const wrong: string[] = [];
  for (const asked of [...sections.map(({ title }) => title), ...terms]) {
    const [first] = search(asked);
    if (!first || fold(first.title) !== fold(asked)) wrong.push(`${asked}: ${first?.head} ${first?.title}`);
  }
  expect(wrong).toEqual([]);
});

test('what the book does not say is not found', () => {
  expect(search('量子引力')).toEqual([]);
});

test('places are found again in every text of the book', () => {
  const texts = all.flatMap(({ title, text }) => [title, text]);
  expect(texts.filter((text) => foldWithPlaces(text).text !== fold(text))).toEqual([]);
});

test('excerpts have the characters of the page', () => {
  const texts = all.map(({ text }) => text).join('');
  for (const shown of ['10²⁵', '½', 'δ₁', 'α']) expect(texts).toContain(shown);
});

test('the texts are one file', () => {
  expect(listFiles(path.join(dist, 'search'))).toEqual(['1.json']);
});

test.each([
  ['the opener', /_astro\/Masthead.*\.js$/, 500],
  ['the dialog, with its styles and the marks', /_astro\/(search-dialog|show-hit).*\.(js|css)$/, 7_000],
  ['the texts', /^search\//, 110_000],
])('%s is small', (_, pattern, most) => {
  const files = listFiles(dist).filter((file) => pattern.test(file));
  const bytes = files
    .map((file) => compressed(readFileSync(path.join(dist, file))))
    .reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(100);
  expect(bytes).toBeLessThanOrEqual(most);
});

test('the contents page names every section, and says why one is led there', () => {
  const page = readPages(dist).find(({ file }) => file === 'contents/index.html');
  const links = new Set(page?.elements.flatMap((element) => attribute(element, 'href') ?? []));
  const chapters = sections.filter(({ address }) => !/^\/(errata|glossary|references)\//.test(address));
  expect(chapters.filter(({ address }) => !links.has(address))).toEqual([]);
  expect([...links]).toEqual(
    expect.arrayContaining(['/errata/', '/glossary/', '/references/', '/maths/#eq-forward']),
  );
  expect(page?.html).toMatch(/<noscript>.*搜索需要脚本/s);
});

/** Phrases of two to nine characters, the same at every run. */
function samplePhrases(count: number): string[] {
  let seed = 20_261_123;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const lines = all.flatMap(({ text }) => text.split('\n')).filter((line) => line.length > 12);
  const phrases = new Set<string>();
  while (phrases.size < count) {
    const line = lines[random(lines.length)] ?? '';
    const characters = [...line];
    const start = random(characters.length - 10);
    const phrase = characters.slice(start, start + 2 + random(8)).join('');
    // A mark at an end may be an optional one of a longer word, and asks for less; 46,97 is no part of 146,970.
    const whole = fold(line).includes(fold(phrase)) && !/^[-,^]|[-,^]$/.test(fold(phrase));
    if (whole && !/\s/.test(phrase)) phrases.add(phrase);
  }
  return [...phrases];
}

function compressed(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
