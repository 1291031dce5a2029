import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['**“强调”**后文', '<strong>“强调”</strong>后文'],
  ['**注意：**后文', '<strong>注意：</strong>后文'],
  ['前文**（括号）**后文', '前文<strong>（括号）</strong>后文'],
  ['~~删除（x）~~后文', '<del>删除（x）</del>后文'],
  ['*着重。*后文', '<em>着重。</em>后文'],
  [
    '见https://e.com/a。后文，（https://e.com/b）',
    '见<a href="https://e.com/a">https://e.com/a</a>。后文，（<a href="https://e.com/b">https://e.com/b</a>）',
  ],
  [
    '**https://e.com/c**。做，~~www.e.com~~',
    '<strong><a href="https://e.com/c">https://e.com/c</a></strong>。做，<del><a href="http://www.e.com">www.e.com</a></del>',
  ],
  [
    '“https://e.com/d”，a@e.com。后',
    '“<a href="https://e.com/d">https://e.com/d</a>”，<a href="mailto:a@e.com">a@e.com</a>。后',
  ],
  ['(https://e.com/x_(y)).', '(<a href="https://e.com/x_(y)">https://e.com/x_(y)</a>).'],
  ['[https://e.com](https://f.com)', '<a href="https://f.com">https://e.com</a>'],
  ['[https://e.com]', '[<a href="https://e.com">https://e.com</a>]'],
  ['https\\://e.com，www\\.e.com，a\\@e.com', 'https://e.com，www.e.com，a@e.com'],
  ['价格3~5元，又10~20元', '价格3~5元，又10~20元'],
  ['3*4*5，n*m*k，x**2 + y**2，2**10**', '3*4*5，n*m*k，x**2 + y**2，2**10**'],
  [
    '**B**idirectional，*甲*与3*4，**3*4*5**',
    '<strong>B</strong>idirectional，<em>甲</em>与3*4，<strong>3*4*5</strong>',
  ],
])('%s', async (source, html) => {
  expect((await renderChapter(source)).html.replace(/ class="loose-on-phones"/, '')).toBe(`<p>${html}</p>`);
});

test('quotation marks, dashes and dots stay as they are written', async () => {
  expect((await renderChapter('"x" -- ... “引”——……')).html).toBe('<p>"x" -- ... “引”——……</p>');
});

test('a footnote is labelled in Chinese', async () => {
  const { html } = await renderChapter('正文[^1]\n\n[^1]: 注');
  expect(html).toContain('data-layer="editorial">脚注</p>');
  expect(html).toContain('aria-label="回到正文（脚注 1）"');
});
