import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** The way of the data: a folder may import itself and what is named here. */
const allowed: Record<string, string[]> = {
  'site.ts': [],
  // The colours are written where pages take them from.
  'palette.ts': ['layouts/styles/tokens.css'],
  'content.config.ts': ['site.ts', 'book'],
  // What everything stands on.
  build: [],
  // Pure: the build, the tests and the browser run the same.
  lab: [],
  client: ['lab'],
  // Could be published as a package.
  diagrams: [],
  // Diagrams have the colours of the page.
  markdown: ['site.ts', 'palette.ts', 'build', 'diagrams'],
  book: ['site.ts', 'build', 'lab'],
  proofreading: ['site.ts', 'build', 'markdown', 'book'],
  // Where a title may be broken is the same question in Markdown and in a layout.
  components: ['site.ts', 'build', 'lab', 'book', 'client', 'markdown/typography/title-words.ts'],
  layouts: ['site.ts', 'book', 'components'],
  pages: ['site.ts', 'book', 'components', 'layouts'],
  exports: ['site.ts', 'palette.ts', 'build', 'book'],
  // What the search holds and how it is written is a contract with the script that reads it.
  publish: [
    'site.ts',
    'palette.ts',
    'build',
    'book',
    'exports',
    'markdown/typography/title-words.ts',
    'client/search',
    'client/offline',
  ],
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

test('no file is reached again from what it imports', () => {
  const done = new Set<string>();
  const circleFrom = (file: string, way: string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file) || !files.includes(file)) return undefined;
    for (const target of importsOf(file)) {
      const circle = circleFrom(target, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.map((file) => circleFrom(file, [])).find(Boolean)).toBeUndefined();
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
