import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompiler } from '../../../src/markdown/compile.ts';
import { readingKeeper } from '../../../src/proofreading/keep-readings.ts';
import { readChapter, type ProofChapter } from '../../../src/proofreading/read-chapter.ts';

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
    return { ...emptyChapter, findings: [{ file: 'x.mdx', rule: 'r', reason: 'r', remedy: 'r' }] };
  };
  for (let build = 0; build < 2; build++) await readingKeeper([], folder)('x.mdx', 'x', read);
  expect(times).toBe(2);
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
  findings: [],
};
