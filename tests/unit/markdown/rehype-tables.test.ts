import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const table = (head: string) => `| ${head} | 值 |\n| --- | --: |\n| 甲 | 1 |`;

test('a table scrolls by itself, and its cells say what they are', async () => {
  const { html, problems, frontmatter } = await renderChapter(table('项'));
  expect(problems).toEqual([]);
  expect(html.replace(/\n/g, '')).toMatch(
    /^<div class="scroll" tabindex="0" role="group" aria-label="表格"><table><thead><tr><th scope="col">项<\/th><th scope="col" data-align="right" class="(s\w{7})">值<\/th><\/tr><\/thead><tbody><tr><th scope="row">甲<\/th><td data-align="right" class="\1">1<\/td><\/tr><\/tbody><\/table><\/div>$/,
  );
  expect(Object.values(frontmatter['styles'] as object)).toEqual(['text-align:right']);
});

test('a first column without a name has no heads of rows', async () => {
  expect((await renderChapter(table(' '))).html).toContain('<td>甲</td>');
});

test('a table in <Table> keeps the wrapper of the component', async () => {
  const { html } = await renderChapter(`<Table id="t" title="题">\n\n${table('项')}\n\n</Table>`);
  expect(html).not.toContain('class="scroll"');
  expect(html).toContain('<th scope="row">甲</th>');
});

test('a table with much text has a least width, so that it scrolls where its columns would be too narrow', async () => {
  const long = '这一格里有十个以上的字。';
  const { frontmatter } = await renderChapter(
    `| 年 | 事 | 源 |\n| --- | --- | --- |\n| ${long} | ${long} | ${long} |`,
  );
  // Three times 8 and two gaps of 0.75, in whole characters.
  expect(Object.values(frontmatter['styles'] as object)).toEqual(['--table-width:26']);
});

test.each([
  ['code', '`max_position_embeddings_per_group`', '链接', ['min-width:8.75em', 'min-width:2.75em']],
  ['an address', 'https://example.com/a/very/long/path', '链接', ['min-width:8.75em', 'min-width:2.75em']],
  ['a short word', '`max`', '链接', []],
])('beside %s that is long no column is squeezed', async (_, cell, word, widths) => {
  const { html, frontmatter } = await renderChapter(`| 甲 | 乙 |\n| - | - |\n| ${cell} | ${word} |`);
  expect(Object.values(frontmatter['styles'] as object)).toEqual(widths);
  expect(html.includes('<table class="long-words">')).toBe(widths.length > 0);
});

test('cells for which there is no head are not lost', async () => {
  const { html } = await renderChapter('| 甲 |\n| --- |\n| $P(A|B)$ |');
  expect(html).toContain('B)$');
});
