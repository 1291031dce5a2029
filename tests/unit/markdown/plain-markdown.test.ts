import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['braces', '{a} 与 {/* b */}', '<p>{a} 与 {/* b */}</p>'],
  ['a line that begins with import', 'import 语句', 'import'],
  ['an address between angle brackets', '<https://example.com>，', '<a href="https://example.com">'],
  ['a comment', '甲<!-- 注 -->乙', '甲<!-- 注 -->乙'],
  ['indented code', '甲\n\n    a = 1\n', '<span class="line">a = 1</span>'],
  ['HTML in a line', '10<sup>25</sup>与<kbd>Ctrl</kbd>', '10<sup>25</sup>与<kbd>Ctrl</kbd>'],
  ['a line break in a cell', '| a |\n| - |\n| 甲<br>乙 |', '甲<br>乙'],
  [
    'a block of HTML',
    '<details>\n<summary>题</summary>\n\n**甲**\n\n</details>',
    '<p><strong>甲</strong></p>\n</details>',
  ],
  ['a table in HTML', '<table><tr><td>甲</td><td>乙</td></tr></table>', '<td>乙</td>'],
  ['a picture in HTML', '<img src="/a.png" alt=图 width=200>', '<img src="/a/b/a.png" alt="图" width="200">'],
  ['a heading in HTML', '<h3 align="center">题</h3>', '<strong>题</strong></p>'],
  ['obsolete HTML', '<center><font color="red">红</font></center>', '<span>红</span></div>'],
])('%s is what it is in Markdown', async (_what, markdown, html) => {
  const rendered = await renderChapter(markdown);
  expect(rendered.html).toContain(html);
  expect(rendered.problems).toEqual([]);
});

test.each([
  '类型 List<String> 与 Map<String, List<Integer>>',
  '<String> 在行首',
  'x<5 且 a<b and c>d',
  '填 <your_key> 与 <|assistant|>',
  '<?php echo 1 ?> 与 <!DOCTYPE html>',
  '一个没有结束的 <b> 与多出的 </div>',
  '<b>\n\n甲\n\n乙',
  '<details>\n\n甲',
])('%s is text', async (markdown) => {
  const { tree, problems } = await renderChapter(markdown);
  expect(textOf(tree).replace(/\n+/g, ' ')).toBe(markdown.replace(/\n+/g, ' '));
  expect(problems).toEqual([]);
});

function textOf(node: { type: string; value?: string; children?: unknown[] }): string {
  if (node.type === 'text') return node.value ?? '';
  return (node.children ?? []).map((child) => textOf(child as typeof node)).join('');
}

test.each([
  ['<p onclick="x()">甲</p>', 'html-attribute'],
  ['<a href="javascript:x()">甲</a>', 'html-attribute'],
  ['<iframe src="https://example.com"></iframe>', 'html-refused'],
  ['<style>p{}</style>', 'html-refused'],
  ['<Supplement id={1}>甲</Supplement>', 'attribute-expression'],
  ['<Supplement {...a}>甲</Supplement>', 'attribute-expression'],
  ['<Supplement title="**甲**">乙</Supplement>', 'unread-markdown'],
  ['<Nota id="a" verdict="b">甲</Nota>', 'unknown-component'],
  ['<div>\n<Note id="a" verdict="b">甲</Note>\n</div>', 'unknown-component'],
])('%s is told', async (markdown, rule) => {
  const { html, problems } = await renderChapter(markdown);
  expect(problems[0]).toMatch(new RegExp(`^${rule} 1:`));
  expect(html).not.toMatch(/<(iframe|style)|onclick|javascript/);
});
