import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anchorsFile } from '../../../src/proofreading/judges/judge-anchor-list.ts';
import { listAnchors } from '../../../src/proofreading/reading/list-pages.ts';
import { proofread } from '../../../src/proofreading/proofread.ts';
import { readBook } from '../../../src/proofreading/reading/read-book.ts';

const project = path.resolve(import.meta.dirname, '../../..');

/** A book of one chapter, `/first/`, and one reference, `source`, in a folder of its own. */
async function openBook(): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-new-')));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp(path.join(project, 'tests/catalogue/book'), root, { recursive: true });
  await writeFile(
    path.join(root, anchorsFile),
    '/old/ -> /first/\n/references/#gone -> /references/#source\n',
  );
  return root;
}

/** Runs the command as npm does, in the book's folder. */
function make(root: string, ...words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const command = [path.join(project, 'scripts/new/new.ts'), ...words];
    execFile(process.execPath, command, { cwd: root }, (error, out, errors) => {
      resolve({ code: error ? 1 : 0, said: out + errors });
    });
  });
}

test('a chapter is made with the next number and numeral, and builds when its addresses are listed', async () => {
  const root = await openBook();
  const { code, said } = await make(root, 'chapter', 'token-prices');
  expect(said).toContain('content/chapters/10-token-prices.mdx');
  expect(said).toContain('npm run anchors');
  expect(code).toBe(0);
  const text = await readFile(path.join(root, 'content/chapters/10-token-prices.mdx'), 'utf8');
  expect(text).toContain('numeral: 第二章\n');
  expect(text).toContain('{/* #about-token-prices */}');

  const { pages, chapters } = await readBook(root);
  await writeFile(path.join(root, anchorsFile), [...listAnchors(pages)].join('\n'));
  expect((await proofread(root)).problems).toEqual([]);
  // Its file sorts behind that of the closing note, which closes the book all the same.
  expect(chapters.slice(-2).map(({ file }) => path.basename(file))).toEqual([
    '10-token-prices.mdx',
    '09-closing.mdx',
  ]);
});

test('a number that would not sort behind the others is refused', async () => {
  const root = await openBook();
  const closing = path.join(root, 'content/chapters/09-closing.mdx');
  await rename(closing, closing.replace('09-', '99-'));
  expect((await make(root, 'chapter', 'more')).said).toContain(
    'begin the names of all chapters with a 0 more',
  );
});

test('a reference is made at the end, leaves the rest as it is, and stops the build until it is filled in', async () => {
  const root = await openBook();
  const file = path.join(root, 'content/references.yaml');
  const before = `# A comment, and a key "in quotation marks".\n${await readFile(file, 'utf8')}\n\n`;
  await writeFile(file, before);
  const { code, said } = await make(root, 'reference', 'vaswani-2017');
  expect(said).toContain('content/references.yaml:10');
  expect(said).toContain('<Cite keys="vaswani-2017" />');
  expect(code).toBe(0);
  const after = await readFile(file, 'utf8');
  expect(after.startsWith(`${before.trimEnd()}\nvaswani-2017:\n`)).toBe(true);
  expect(after).toMatch(/^ {2}accessed: '\d{4}-\d{2}-\d{2}'$/m);
  const rules = (await proofread(root)).problems.map(({ rule }) => rule);
  expect(new Set(rules)).toEqual(new Set(['reference-malformed', 'reference-unused']));
});

test.each([
  ['chapter first', '/first/ is taken by content/chapters/01-first.mdx'],
  ['chapter glossary', '/glossary/ is taken by src/pages/glossary.astro'],
  ['chapter old', '/old/ is taken by content/anchors.txt:1, which leads it to /first/'],
  ['chapter 价格', '"价格" is no name for an address'],
  ['chapter Token_Prices', '"Token_Prices" is no name for an address'],
  ['chapter ../first', '"../first" is no name for an address'],
  ['reference source', '/references/#source is taken by content/references.yaml'],
  ['reference gone', '/references/#gone is taken by content/anchors.txt:2'],
  ['reference Vaswani', '"Vaswani" is no key'],
  ['note x', 'npm run new chapter <name>'],
  ['chapter', 'npm run new chapter <name>'],
  ['chapter token prices', 'npm run new chapter <name>'],
  ['', 'npm run new chapter <name>'],
])('“npm run new %s” is refused, and says why', async (words, expected) => {
  const root = await openBook();
  const { code, said } = await make(root, ...words.split(' ').filter(Boolean));
  expect(said).toContain(expected);
  expect(code).toBe(1);
});
