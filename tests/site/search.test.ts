import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { loadIndex, type Ask } from '../../src/client/search/ask-pagefind.ts';
import { find } from '../../src/client/search/find.ts';
import { readQuery } from '../../src/client/search/query.ts';
import type { SearchRecord } from '../../src/client/search/record.ts';
import { attribute, elementsIn, listFiles, readPages } from './read-dist.ts';

const { dist } = inject('sites').plain;
/** What can be found: not the lists of it, nor the copy for print. */
const pages = readPages(dist).filter(
  ({ file }) => !['404.html', 'contents/index.html', 'print/index.html'].includes(file),
);

let ask: Ask;
let all: SearchRecord[];
/** Records that Pagefind named as candidates since this was emptied. */
let candidates = new Set<SearchRecord>();

beforeAll(async () => {
  // Pagefind's own script, which asks for its files as it does in a browser; here they come from the disk.
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(fileURLToPath(new URL(address))))),
  );
  const load = await loadIndex(pathToFileURL(path.join(dist, 'pagefind/')).href);
  ask = async (letters) => {
    const found = await load(letters);
    if (letters !== null) candidates = new Set(found);
    return found;
  };
  all = await load(null);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What a reader expects who knows the book by heart. */
function expected(typed: string): string[] {
  return all
    .filter(({ title, names, text }) => fold([title, ...names, text].join('\n')).includes(fold(typed)))
    .map(({ address }) => address)
    .sort();
}

async function search(typed: string): Promise<SearchRecord[]> {
  const query = readQuery(typed);
  if (!query) throw new Error('Nothing is asked for.');
  return (await find(query, ask)).exact;
}

/** Finds exactly what it should, and Pagefind alone had it among its candidates. */
async function findsExactly(typed: string): Promise<string | undefined> {
  const found = await search(typed);
  const wanted = expected(typed);
  const same =
    found
      .map(({ address }) => address)
      .sort()
      .join() === wanted.join();
  const led = !/[\p{L}\p{N}]/u.test(typed) || found.every((record) => candidates.has(record));
  return wanted.length && same && led ? undefined : `${typed}: ${found.length} of ${wanted.length}`;
}

async function failures(queries: string[]): Promise<string[]> {
  const judged: (string | undefined)[] = [];
  for (const query of queries) judged.push(await findsExactly(query));
  return judged.filter((failure) => failure !== undefined);
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
  test('for every title of a section', async () => {
    expect(sections.length).toBeGreaterThan(90);
    expect(await failures(sections.map(({ title }) => title))).toEqual([]);
  });

  test('for every term of the glossary', async () => {
    expect(terms.length).toBeGreaterThan(50);
    expect(await failures(terms)).toEqual([]);
  });

  test('for 50 phrases, cut out of the book anywhere', async () => {
    expect(await failures(samplePhrases(50))).toEqual([]);
  });

  test.each(['ｋｖ缓存', 'KV缓存', 'TRANSFORMER', 'ansform', '%', '“同质化”', '模', '0.3', 'DeepSeek-V3'])(
    'for %s',
    async (typed) => {
      expect(await findsExactly(typed)).toBeUndefined();
    },
  );
});

test('the first hit is right for every title and every term', async () => {
  const wrong: string[] = [];
  for (const asked of [...sections.map(({ title }) => title), ...terms]) {
    const [first] = await search(asked);
    if (!first || fold(first.title) !== fold(asked)) wrong.push(`${asked}: ${first?.head} ${first?.title}`);
  }
  expect(wrong).toEqual([]);
});

test('what the book does not say is not found', async () => {
  expect(await search('量子引力')).toEqual([]);
});

test('the index has only files that are asked for', () => {
  expect(
    new Set(listFiles(path.join(dist, 'pagefind')).map((file) => file.replace(/[^/]*_[0-9a-f]{7,}/, '*'))),
  ).toEqual(
    new Set([
      'parts.json',
      'pagefind.js',
      'pagefind-entry.json',
      '*.pf_meta',
      'wasm.unknown.pagefind',
      'index/*.pf_index',
      'fragment/*.pf_fragment',
    ]),
  );
});

test.each([
  ['the opener', /_astro\/Masthead.*\.js$/, 500],
  ['the dialog, with its styles and the marks', /_astro\/(search-dialog|show-hit).*\.(js|css)$/, 5_000],
  ['Pagefind', /pagefind\/(pagefind\.js|wasm\..*)$/, 70_000],
  ['the texts', /\.pf_fragment$/, 200_000],
  ['the index', /pagefind\/(.*\.pf_meta|.*\.pf_index|pagefind-entry\.json)$/, 220_000],
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
    const characters = [...(lines[random(lines.length)] ?? '')];
    const start = random(characters.length - 10);
    const phrase = characters.slice(start, start + 2 + random(8)).join('');
    if (!/\s/.test(phrase)) phrases.add(phrase);
  }
  return [...phrases];
}

function compressed(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
