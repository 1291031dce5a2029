import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const chapter = (numeral: string, body: string) =>
  `---\nkind: chapter\nnumeral: ${numeral}\ntitle: x\n---\n\n${body}`;
const table = (id: string) => `<Table id="${id}" title="t">\n\n| a |\n| - |\n| 1 |\n\n</Table>\n\n`;

test('each kind is counted by itself, within the chapter', async () => {
  const { html, problems } = await renderChapter(
    chapter(
      '第四章',
      `${table('t1')}<Equation id="e1">\n\n$$\na\n$$\n\n</Equation>\n\n${table('t2')}<Listing id="l1" title="t">\n\n\`\`\`python\na\n\`\`\`\n\n</Listing>`,
    ),
  );
  expect(problems).toEqual([]);
  expect(html).toContain(
    '<table id="t1" title="t" number="4-1" label="表&nbsp;4-1"'.replace('&nbsp;', '\u00a0'),
  );
  expect(html).toContain('id="t2" title="t" number="4-2"');
  expect(html).toContain('<equation id="e1" number="4.1" label="式（4.1）"');
  expect(html).toContain('number="4-1" label="代码\u00a04-1" language="python"');
});

test('diagrams and charts are counted together', async () => {
  const { html } = await renderChapter(
    chapter(
      '第四章',
      '<Figure id="f1" title="t" description="d">\n\nx\n\n</Figure>\n\n<Chart of="filings" id="c1" title="t" description="d" />',
    ),
  );
  expect(html).toContain('number="4-1" label="图\u00a04-1"');
  expect(html).toMatch(/<chart [^>]*number="4-2" label="图\u00a04-2"/);
});

test('tables and data are counted together', async () => {
  const { html } = await renderChapter(
    chapter('第四章', `${table('t1')}\n\n<Data of="usage" id="d1" title="t" />`),
  );
  expect(html).toMatch(/<data [^>]*number="4-2" label="表\u00a04-2"/);
});

test('the halves of a chapter are told apart', async () => {
  expect((await renderChapter(chapter('第一章　上', table('t')))).html).toContain('number="1上-1"');
});

test('a reference says the number of what it points to, before it or after', async () => {
  const { html, problems } = await renderChapter(chapter('第四章', `见<See to="t1" />。\n\n${table('t1')}`));
  expect(problems).toEqual([]);
  expect(html).toContain('<see to="t1" label="表\u00a04-1">');
});

test('a reference to nothing is a problem with its nearest ids', async () => {
  const { problems } = await renderChapter(chapter('第四章', `见<See to="tabel" />。\n\n${table('table')}`));
  expect(problems).toEqual(['reference-to-nothing-numbered 7:2']);
});

test.each([
  ['a \\tag{1}', ['equation-numbered-twice 3:1']],
  ['\\begin{align}\na &= b\n\\end{align}', ['equation-numbered-twice 3:1']],
  ['\\begin{gather*}\na\n\\end{gather*}', []],
])('a formula in <Equation> has no number of its own: %s', async (tex, problems) => {
  const found = await renderChapter(`<Equation id="e1">\n\n$$\n${tex}\n$$\n\n</Equation>`);
  expect(found.problems).toEqual(problems);
});
