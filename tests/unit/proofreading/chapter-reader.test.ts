import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createCachedReader,
  createReader,
  type ReaderOptions,
} from '../../../src/proofreading/reading/chapter-reader.ts';
import { readText } from './read-text.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'edition-chapters-'));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

const options: ReaderOptions = { base: '/a/b/', terms: [] };
const file = 'content/chapters/05-maths.mdx';

/** Reads as a build does, and tells how often a chapter was compiled. */
async function build(text: string, given = options) {
  let times = 0;
  const read = createReader(given);
  const cachedReader = createCachedReader(given, {
    root,
    read: (...chapter) => {
      times++;
      return read(...chapter);
    },
  });
  return { ...(await cachedReader(file, text)), times };
}

test('a chapter is compiled once, and the next build has of it what was read', async () => {
  const text = await readFile(path.resolve(import.meta.dirname, '../../..', file), 'utf8');
  const [first, second] = [await build(text), await build(text)];
  expect([first.times, second.times]).toEqual([1, 0]);
  expect({ ...second, times: 1 }).toEqual(first);
  expect(second.module?.code).toContain('katex');
  expect(second.chapter.inventory?.components.length).toBeGreaterThan(20);
});

test('links lead below the base path on the page, and are judged as they are written', async () => {
  const { chapter, module } = await build('<Supplement>[甲](/maths/#model)</Supplement>');
  expect(module?.code).toContain('/a/b/maths/#model');
  expect(chapter.inventory?.links.map(({ value }) => value)).toEqual(['/maths/#model']);
});

const correct = '---\nkind: chapter\nnumeral: 第四章\ntitle: 数学\n---\n\n甲。\n';

test('another text, base path or glossary is read anew', async () => {
  const terms = [{ href: '/glossary/#a', forms: ['甲'], except: [] }];
  const times = [
    await build(correct),
    await build(`${correct}乙。\n`),
    await build(correct, { ...options, base: '/' }),
    await build(correct, { ...options, terms }),
    await build(correct),
  ].map((read) => read.times);
  expect(times).toEqual([1, 1, 1, 1, 0]);
});

test('what something is wrong with is read each time', async () => {
  const faulty = `${correct}\n## 无号\n`;
  for (let builds = 0; builds < 2; builds++) {
    const { times, chapter } = await build(faulty);
    expect(times).toBe(1);
    expect(chapter.problems.map(({ rule }) => rule)).toEqual(['section-without-id']);
  }
});

test('of a component only the tag is cached, not once more what it wraps', async () => {
  const nested =
    '<Supplement title="一">\n\n<Supplement title="二">\n\n字\n\n</Supplement>\n\n</Supplement>\n';
  const { inventory } = await readText(nested);
  expect(inventory?.components.map(({ value }) => [value.name, value.children])).toEqual([
    ['Supplement', []],
    ['Supplement', []],
  ]);
});
