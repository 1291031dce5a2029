import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['**“强调”**后文', '<strong>“强调”</strong>后文'],
  ['**注意：**后文', '<strong>注意：</strong>后文'],
  ['前文**（括号）**后文', '前文<strong>（括号）</strong>后文'],
  ['~~删除（x）~~后文', '<del>删除（x）</del>后文'],
  ['*着重。*后文', '<em>着重。</em>后文'],
])('%s', async (source, html) => {
  expect((await renderChapter(source)).html).toBe(`<p>${html}</p>`);
});

test('quotation marks, dashes and dots stay as they are written', async () => {
  expect((await renderChapter('"x" -- ... “引”——……')).html).toBe('<p>"x" -- ... “引”——……</p>');
});

test('a footnote is labelled in Chinese', async () => {
  const { html } = await renderChapter('正文[^1]\n\n[^1]: 注');
  expect(html).toContain('data-layer="editorial">脚注</p>');
  expect(html).toContain('aria-label="回到正文（脚注 1）"');
});
