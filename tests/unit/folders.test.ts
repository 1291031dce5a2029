import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** The way of the data: a folder may import itself and what is named here. */
const allowed: Record<string, string[]> = {
  'site.ts': [],
  'check-node.cjs': [],
  'astro.mjs': ['check-node.cjs'],
  'serve.ts': ['site.ts'],
  'release.ts': [],
  'bare-imports.ts': [],
  'file-cache.ts': [],
  'sweep-caches.ts': ['file-cache.ts'],
  'fingerprint.ts': [],
  'timings.ts': [],
  'give-memory-back.ts': [],
  'content.config.ts': ['site.ts', 'book'],
  markdown: ['site.ts', 'file-cache.ts', 'fingerprint.ts'],
  proofreading: [
    'site.ts',
    'timings.ts',
    'give-memory-back.ts',
    'file-cache.ts',
    'fingerprint.ts',
    'markdown',
    'book',
  ],
  // How numbers are written is the same in Markdown.
  book: ['site.ts', 'lab', 'markdown/han-numeral.ts'],
  // Where a title may be broken is the same question in Markdown and in a layout; HTML is parsed in one way, and trees
  // are walked in one.
  components: [
    'site.ts',
    'lab',
    'book',
    'client',
    'markdown/parse-html.ts',
    'markdown/title-words.ts',
    'markdown/visit.ts',
  ],
  // What the text of a chapter depends on is everything up to here, and what the proofreading has read.
  texts: [
    'site.ts',
    'file-cache.ts',
    'fingerprint.ts',
    'proofreading/read-book.ts',
    'markdown',
    'book',
    'components',
  ],
  layouts: ['site.ts', 'book', 'components', 'styles'],
  pages: ['site.ts', 'book', 'components', 'layouts'],
  // What the search holds and how it is written is a contract with the script that reads it. A picture breaks
  // its title where the page does, a preview says what the page does, moves are listed for the book, and a picture that is
  // drawn before there is a page knows the chapter by its frontmatter.
  'post-build': [
    'site.ts',
    'file-cache.ts',
    'fingerprint.ts',
    'sweep-caches.ts',
    'give-memory-back.ts',
    'timings.ts',
    'markdown/nearest.ts',
    'markdown/parse-html.ts',
    'markdown/problem.ts',
    'markdown/title-words.ts',
    'markdown/visit.ts',
    'book/first-sentences.ts',
    'book/anchor-list.ts',
    'book/chapter-schema.ts',
    'book/mark-of.ts',
    'client/search/record.ts',
    'client/search/parts.ts',
    'client/offline/addresses.ts',
    'client/search/unread.ts',
  ],
  authoring: ['site.ts', 'markdown/han-numeral.ts', 'book', 'proofreading'],
  paper: ['site.ts', 'serve.ts'],
  // Pure: the build, the tests and the browser run the same.
  lab: [],
  client: ['lab'],
  styles: ['styles'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.(ts|mjs|cjs|astro|css)$/.test(file));

test('imports follow the way of the data', () => {
  const against = files.flatMap((file) => {
    const folder = folderOf(file);
    const may = [folder, ...(allowed[folder] ?? [])];
    return importsOf(file)
      .filter((target) => !may.some((name) => target === name || target.startsWith(`${name}/`)))
      .map((target) => `src/${file} imports src/${target}`);
  });
  expect(against).toEqual([]);
});

test('every folder has its place in that way', () => {
  expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in allowed))).toEqual([]);
});

test('imports are found', () => {
  expect(files.flatMap(importsOf).length).toBeGreaterThan(50);
});

test('no folder is a drawer for what has no name', () => {
  const all = readdirSync(src, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(
    all.map(({ name }) => name).filter((name) => /^(utils?|helpers?|lib|common|misc|shared)$/.test(name)),
  ).toEqual([]);
});

/** `markdown` of `markdown/diagrams/x.ts`; a file that stands in `src` itself is its own. */
function folderOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** What a file imports from `src`, as paths from there. Packages and content are no concern here. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  const pattern = /(?:\bfrom|\bimport|@import|\bnew URL\()\s*\(?\s*['"](\.{1,2}\/[^'"?]+)/g;
  return [...text.matchAll(pattern)]
    .map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
    .filter((target) => !target.startsWith('..'));
}
