import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listSources } from '../../../src/build/source-hash.ts';
import { compressFiles } from '../../../src/publish/hosting/compress-files.ts';
import { processPages, type PageSettings } from '../../../src/publish/pages/process-pages.ts';
import { drawPicture } from '../../../src/publish/previews/write-pictures.ts';
import { page, writeSite } from '../publish/write-site.ts';

const src = path.resolve(import.meta.dirname, '../../../src');

/**
 * Every cache of the build: the modules whose source is in its key, and files that a reader would miss in there: what they
 * hold, or ask for, changes what is cached. A new cache is entered here.
 */
const caches: Record<string, { modules: string[]; reached: string[] }> = {
  chapters: {
    modules: ['proofreading/reading/chapter-reader.ts'],
    reached: [
      'markdown/pipeline.ts',
      'book/edition-components.ts',
      '../node_modules/katex/dist/fonts/KaTeX_Main-Regular.ttf',
    ],
  },
  compressed: { modules: ['publish/hosting/compress-file.ts'], reached: [] },
  // Palette and fonts are among its inputs.
  diagrams: { modules: ['markdown/code/draw-cached.ts'], reached: [] },
  fonts: { modules: ['publish/fonts/subset-face.ts'], reached: ['publish/fonts/cut-subset.ts'] },
  lab: { modules: ['book/runs/lab.ts'], reached: ['lab/network.ts'] },
  pages: {
    modules: ['publish/pages/process-page.ts'],
    reached: [
      ...['site.ts', 'build/html.ts', 'book/html-contract.ts', 'client/search/selectors.ts'],
      ...['exports/epub/part-document.ts', 'exports/markdown/convert-part.ts', 'exports/print/join-parts.ts'],
      ...['publish/checks/links.ts', 'publish/fonts/font-rules.ts', 'publish/previews/section-page.ts'],
    ],
  },
  pictures: {
    modules: ['publish/icons/draw-icon.ts', 'publish/previews/picture/render-picture.ts'],
    reached: [
      ...['palette.ts', 'layouts/styles/tokens.css', 'publish/draw-svg.ts'],
      '../node_modules/@resvg/resvg-wasm/index_bg.wasm',
      '../node_modules/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    ],
  },
};

test('the table lists every cache', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const named = files.flatMap((file) =>
    [...readFileSync(path.join(src, file), 'utf8').matchAll(/name: '([\w-]+)', module: /g)].map(
      ([, name]) => name,
    ),
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(caches).sort());
});

test.each(Object.entries(caches))('the key of “%s” knows all code that makes what it holds', (_, cache) => {
  for (const module of cache.modules) {
    const sources = listSources(path.join(src, module)).map((file) => path.relative(src, file));
    expect(sources).toEqual(expect.arrayContaining(cache.reached));
  }
});

test('a picture knows the name of the book, how a title is cut into words, and how large it is', () => {
  const sources = listSources(path.join(src, 'publish/previews/picture/render-picture.ts'));
  expect(sources.map((file) => path.relative(src, file))).toEqual(
    expect.arrayContaining([
      'site.ts',
      'markdown/typography/title-words.ts',
      'publish/previews/picture/picture-size.ts',
    ]),
  );
});

/** How many entries a cache has. */
const count = async (root: string, cache: string): Promise<number> =>
  (await readdir(path.join(root, cache))).length;

const text = { kicker: '第四章', number: '4.1', title: '模型', lead: '引。', ornament: '四' };

test.each(['kicker', 'number', 'title', 'lead', 'ornament'] as const)(
  'a picture with another %s is another',
  async (part) => {
    const root = await writeSite({});
    await drawPicture(text, root);
    await drawPicture(text, root);
    expect(await count(root, 'pictures')).toBe(1);
    await drawPicture({ ...text, [part]: '五' }, root);
    expect(await count(root, 'pictures')).toBe(2);
  },
);

const settings: PageSettings = {
  book: { base: '/', origin: undefined, parts: [], closing: [], date: undefined },
  chapters: [],
  sectionPictures: false,
  anchors: '',
};
const part = {
  ...{ name: 'maths', file: 'maths/index.html', address: '/maths/', place: 'chapter' as const },
  ...{ numeral: '第四章', mark: '四', title: '数学' },
};

test.each<[string, Partial<PageSettings>, string?]>([
  ['text', {}, '<p>乙</p>'],
  ['base path', { book: { ...settings.book, base: '/a/' } }],
  ['origin', { book: { ...settings.book, origin: 'https://book.example' } }],
  ['order of the book', { book: { ...settings.book, parts: [part] } }],
  ['closing note', { book: { ...settings.book, closing: ['end'] } }],
  ['date of the edition', { book: { ...settings.book, date: '2026-11-23' } }],
  ['list of chapters', { chapters: [{ title: '数学', numeral: '第四章', address: '/maths/' }] }],
  ['kind of pictures', { sectionPictures: true }],
  ['redirects', { anchors: '/#old -> /#new\n' }],
])('a page with another %s is processed anew', async (_, change, body = '<p>甲</p>') => {
  const root = await writeSite({});
  const process = async (html: string, given: PageSettings) =>
    processPages(await writeSite({ 'index.html': page(html) }), ['index.html'], given, root);
  await process('<p>甲</p>', settings);
  await process('<p>甲</p>', settings);
  expect(await count(root, 'pages')).toBe(1);
  await process(body, { ...settings, ...change });
  expect(await count(root, 'pages')).toBe(2);
});

test('another text, or more of it in the site, is compressed anew', async () => {
  const root = await writeSite({});
  const long = '校注本'.repeat(1000);
  await compressFiles(await writeSite({ 'a.txt': long }), { root });
  expect(await count(root, 'compressed')).toBe(1);
  await compressFiles(await writeSite({ 'a.txt': long, 'b.txt': `${long}。` }), { root });
  expect(await count(root, 'compressed')).toBe(2);
  // Of much text, each is compressed with another quality.
  await compressFiles(await writeSite({ 'a.txt': long, 'all.txt': long.repeat(2000) }), { root });
  expect(await count(root, 'compressed')).toBe(4);
});
