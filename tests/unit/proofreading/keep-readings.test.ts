import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompiler } from '../../../src/markdown/compile.ts';
import { readArticle } from '../../../src/proofreading/reading/article-source.ts';
import { readArticleOnce, readingKeeper } from '../../../src/proofreading/reading/keep-readings.ts';
import { readChapter, type ProofChapter } from '../../../src/proofreading/reading/read-chapter.ts';

const root = path.resolve(import.meta.dirname, '../../..');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'edition-readings-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('what is kept of a chapter is what was read of it, and it is read once', async () => {
  const compile = await createCompiler();
  const file = 'content/chapters/05-maths.mdx';
  const text = await readFile(path.join(root, file), 'utf8');
  const fresh = await readChapter(file, text, compile);
  let times = 0;
  const read = async (): Promise<ProofChapter> => {
    times++;
    return fresh;
  };
  const first = await readingKeeper([], folder)(file, text, read);
  const second = await readingKeeper([], folder)(file, text, read);
  expect(times).toBe(1);
  expect(first).toEqual(fresh);
  expect(second).toEqual(fresh);
  expect(fresh.inventory?.components.length).toBeGreaterThan(20);
});

test('another text, or other terms, are read anew', async () => {
  const read: string[] = [];
  const reading = (text: string) => async (): Promise<ProofChapter> => {
    read.push(text);
    return emptyChapter;
  };
  await readingKeeper([], folder)('a.mdx', 'a', reading('a'));
  await readingKeeper([], folder)('a.mdx', 'b', reading('b'));
  await readingKeeper(['term'], folder)('a.mdx', 'a', reading('a, with a term'));
  await readingKeeper([], folder)('a.mdx', 'a', reading('a again'));
  expect(read).toEqual(['a', 'b', 'a, with a term']);
});

test('what is faulty is read each time', async () => {
  let times = 0;
  const read = async (): Promise<ProofChapter> => {
    times++;
    return { ...emptyChapter, problems: [{ file: 'x.mdx', rule: 'r', reason: 'r', remedy: 'r' }] };
  };
  for (let build = 0; build < 2; build++) await readingKeeper([], folder)('x.mdx', 'x', read);
  expect(times).toBe(2);
});

test('the article is read once, and as it is without a cache', async () => {
  const text = await readFile(path.join(root, 'content/article/article.md'), 'utf8');
  const before = (await readdir(folder)).length;
  const fresh = readArticle(text);
  for (let build = 0; build < 2; build++) expect(await readArticleOnce(text, folder)).toEqual(fresh);
  expect(await readArticleOnce(text, undefined)).toEqual(fresh);
  expect((await readdir(folder)).length).toBe(before + 1);
  expect(await readArticleOnce(`${text}\n未来。`, folder)).toHaveLength(fresh.length + 1);
});

test('of a component only the tag is kept, not once more what it wraps', async () => {
  const compile = await createCompiler();
  const nested =
    '<Supplement title="一">\n\n<Supplement title="二">\n\n字\n\n</Supplement>\n\n</Supplement>\n';
  const { inventory } = await readChapter('content/chapters/02-a.mdx', nested, compile);
  expect(inventory?.components.map(({ value }) => [value.name, value.children])).toEqual([
    ['Supplement', []],
    ['Supplement', []],
  ]);
});

const emptyChapter: ProofChapter = {
  file: 'a.mdx',
  address: '/a/',
  data: undefined,
  blocks: [],
  inventory: undefined,
  citations: [],
  source: '',
  passages: [],
  problems: [],
};
