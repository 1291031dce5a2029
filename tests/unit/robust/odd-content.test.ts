import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { anchorsFile } from '../../../src/proofreading/judges/judge-anchor-list.ts';
import type { Problem } from '../../../src/build/problem.ts';
import { listAnchors } from '../../../src/proofreading/reading/list-pages.ts';
import { proofread } from '../../../src/proofreading/proofread.ts';
import { readBook } from '../../../src/proofreading/reading/read-book.ts';
import { seedChapter } from '../../robust/seed-chapter.ts';
import { renderChapter } from '../markdown/render-chapter.ts';

const smallBook = path.resolve(import.meta.dirname, '../../catalogue/book');

/** What the build says of a book to which files are added; the addresses in it are listed. */
async function findingsIn(files: Record<string, string>): Promise<Problem[]> {
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-odd-')));
  try {
    await cp(smallBook, root, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(root, file), text);
    const { pages } = await readBook(root);
    await writeFile(path.join(root, anchorsFile), `${[...listAnchors(pages)].join('\n')}\n`);
    return (await proofread(root)).problems;
  } finally {
    await rm(root, { recursive: true });
  }
}

const chapter = 'content/chapters/02-seed.mdx';
const say = ({ file, line, rule }: Problem): string => [file, line, rule].join(' ');
const supplement = (text: string): string =>
  seedChapter.replace('</Supplement>', `\n${text}\n\n</Supplement>`);

test('lines may end as on Windows', async () => {
  expect(await findingsIn({ [chapter]: seedChapter.replaceAll('\n', '\r\n') })).toEqual([]);
});

test('a byte order mark is not seen', async () => {
  expect(await findingsIn({ [chapter]: `\ufeff${seedChapter}` })).toEqual(
    await findingsIn({ [chapter]: seedChapter }),
  );
});

test.each([
  ['right-to-left words', '希伯来文写作שלום，阿拉伯文写作سلام。'],
  ['characters beyond the first plane', '𠮷野家的“𠮷”字，与𝒙不同。'],
  ['characters made of several', '👩‍👩‍👧是一个字符，é也是。'],
])('%s are text like any', async (_, text) => {
  expect(await findingsIn({ [chapter]: supplement(text) })).toEqual([]);
});

test('a chapter of 5 MB is read', async () => {
  const text = supplement(Array.from({ length: 25_000 }, () => '一段很长的文字，'.repeat(8)).join('\n\n'));
  expect(Buffer.byteLength(text)).toBeGreaterThan(4_800_000);
  expect(await findingsIn({ [chapter]: text })).toEqual([]);
}, 300_000);

test('ten thousand notes in a chapter are numbered', async () => {
  const notes = Array.from({ length: 10_000 }, (_, index) => `n-${index}`);
  const { html, reasons } = await renderChapter(
    notes
      .map((id) => `甲<Ref to="${id}" />\n\n<Note id="${id}" verdict="断语。">\n\n依据。\n\n</Note>`)
      .join('\n\n'),
  );
  expect(reasons).toEqual([]);
  expect(html).toContain('九千九百九十九');
  expect(html).toContain('一万');
}, 300_000);

test('deep nesting is read, or refused with its place', async () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, index) => `${'  '.repeat(index)}- 第${index}层`).join('\n');
  expect(await findingsIn({ [chapter]: supplement(nested(50)) })).toEqual([]);
  const quoted = await findingsIn({ [chapter]: supplement(`${'> '.repeat(2000)}深`) });
  expect(quoted.map(({ reason }) => reason).join()).toContain('nested too deep');
  // The line of the marks, which stands before the end of the supplement.
  expect(quoted[0]?.line).toBe(seedChapter.split('\n').length);
}, 300_000);

test.each(['02-第二章.mdx', '02-two words.mdx', '02-Upper.mdx', "02-it's.mdx", '02-a%20b.mdx', 'seed.mdx'])(
  'a chapter named %s is refused, for its name is its address',
  async (name) => {
    const problems = await findingsIn({ [`content/chapters/${name}`]: seedChapter });
    expect(problems.map(say)).not.toEqual([]);
    expect(problems.every(({ file }) => file.startsWith('content/'))).toBe(true);
  },
);

test.each([
  ['frontmatter', chapter, seedChapter.replace('title: 种子', 'title: *种子')],
  ['glossary', 'content/glossary.yaml', 'token:\n  zh: *a\n'],
])('an alias in the %s is refused with its place', async (_, file, text) => {
  const problems = await findingsIn({ [file]: text });
  expect(problems.map(say).join('\n')).toMatch(/:? \d+ (frontmatter|terms)-syntax/);
});
