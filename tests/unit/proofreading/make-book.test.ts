import path from 'node:path';
import { expect, test } from 'vitest';
import type { Book, Chapter } from '../../../src/book/model.ts';
import { makeBook } from '../../../src/proofreading/make-book.ts';
import { createReader } from '../../../src/proofreading/reading/chapter-reader.ts';
import { readBook, type ReadBook } from '../../../src/proofreading/reading/read-book.ts';

const small = await readBook(path.resolve(import.meta.dirname, '../../catalogue/book'));
const read = createReader({ terms: [] });

const text = `---
kind: chapter
numeral: 第一章　上
title: 大模型
short: 模型
section: 4
lead: 导语。
---

## 4.1 训练 {/* #training */}

他是<Lemma for="phd">副教授</Lemma>，写了<Lemma for="two">两层</Lemma>网络。

<Erratum id="phd" verdict="不是。" correction="博士">据主页。<Cite keys="b a" /></Erratum>

<Note id="two" verdict="只有一层。">依据。<Cite keys="a" /></Note>

<Equation id="loss">

$$
x
$$

</Equation>

<Supplement>

### 数据 {/* #data */}

<Listing id="code" title="读数">

\`\`\`python
x = 1
\`\`\`

</Listing>

</Supplement>

<Question>

## 4.2 什么？ {/* #what */}

答。

</Question>
`;

/** The small book with this chapter in it, and sources that it cites. */
async function bookWith(...chapters: string[]): Promise<Book> {
  const found = await Promise.all(
    chapters.map(
      async (chapter, index) => (await read(`content/chapters/1${index}-c${index}.mdx`, chapter)).chapter,
    ),
  );
  const placeOf = () => ({ line: 1, column: 1 });
  const source = { title: '题', date: '2026', url: 'https://a.example/', language: 'zh', kind: 'web' };
  const records: ReadBook['references']['records'] = [
    { key: 'a', placeOf, value: { ...source, accessed: '2026-03-01' } },
    { key: 'b', placeOf, value: { ...source, accessed: '2026-11-23' } },
    { key: 'uncited', placeOf, value: { ...source, accessed: '2025-01-01' } },
  ];
  return makeBook({ ...small, chapters: found, references: { records, problems: [] } });
}

const book = await bookWith(text);
const [chapter] = book.chapters as [Chapter];

test('a chapter is told by its file and its frontmatter', () => {
  expect(chapter).toMatchObject({
    kind: 'chapter',
    id: '10-c0',
    slug: 'c0',
    address: '/c0/',
    numeral: '第一章　上',
    name: '第一章上',
    mark: '一上',
    title: '大模型',
    short: '模型',
    section: 4,
    description: '导语。',
  });
});

test('its sections have numbers where the article gives them, and one is a question', () => {
  expect(chapter.sections).toEqual([
    { id: 'training', number: '4.1', title: '训练', depth: 2 },
    { id: 'data', number: undefined, title: '数据', depth: 3 },
    { id: 'what', number: '4.2', title: '什么？', depth: 2 },
  ]);
  expect(chapter.questions).toEqual([{ id: 'what', number: '4.2', title: '什么？' }]);
});

test('its annotations have their kind, and the addresses of their text and of their row', () => {
  const section = { id: 'training', title: '4.1 训练' };
  expect(chapter.annotations).toEqual([
    {
      id: 'phd',
      kind: 'Erratum',
      numeral: '一',
      verdict: '不是。',
      lemma: '副教授',
      correction: '博士',
      section,
      address: '/c0/#phd',
      row: '/errata/#row-phd',
    },
    {
      id: 'two',
      kind: 'Note',
      numeral: '二',
      verdict: '只有一层。',
      lemma: '两层',
      correction: undefined,
      section,
      address: '/c0/#two',
      row: '/errata/#row-two',
    },
  ]);
});

test('its exhibits have the labels that readers see', () => {
  expect(chapter.exhibits).toEqual([
    { id: 'loss', kind: 'equation', label: '式（1上.1）', title: '' },
    { id: 'code', kind: 'listing', label: '代码\u00a01上-1', title: '读数' },
  ]);
});

test('an erratum is no note in its count, and only what is the article’s is counted as such', () => {
  expect(chapter.count).toMatchObject({ annotations: { Erratum: 1, Note: 1 }, supplements: 1 });
  // 4.1 训练 他是副教授写了两层网络 4.2 什么 答
  expect(chapter.count.characters).toBe(3 + 11 + 3 + 1);
  expect(chapter.count.shown).toBeGreaterThan(chapter.count.characters);
});

test('sources are numbered in the order of their first citation, and the latest look dates the edition', () => {
  expect(book.sources.map(({ key, number }) => [key, number])).toEqual([
    ['b', 1],
    ['a', 2],
    ['uncited', 3],
  ]);
  expect(book.sources[1]?.citedIn).toEqual([
    { name: '第一章上', addresses: ['/c0/#cite-c0-1', '/c0/#cite-c0-2'] },
  ]);
  expect(book.date).toBe('2026-11-23');
});

test('of a large book each volume lists its own annotations', async () => {
  const many = await bookWith(...Array.from({ length: 41 }, () => text));
  expect(many.chapters.map(({ annotations }) => annotations[0]?.row)).toEqual(
    many.chapters.map((_, index) => `/errata/${index < 25 ? 1 : 2}/#row-phd`),
  );
});

test('what something is wrong with does not keep the rest from being shown', async () => {
  const { chapters } = await bookWith(
    text,
    '---\nkind: chapter\n---\n',
    '---\nkind: closing\ntitle: 末\n---\n\n<a>',
  );
  expect(chapters.map(({ kind, sections }) => [kind, sections.length])).toEqual([
    ['chapter', 3],
    ['closing', 0],
  ]);
});

test('it is data that JSON can write, and a term says what stands at its place', () => {
  const model = makeBook(small);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect(model.chapters.map(({ kind, name }) => [kind, name])).toEqual([
    ['cover', '导语与摘要'],
    ['chapter', '第一章'],
    ['closing', '篇末'],
  ]);
  expect(model.terms.map(({ key, place }) => [key, place])).toEqual([['token', '第一章“出处”']]);
});
