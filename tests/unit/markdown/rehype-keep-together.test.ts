import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

/** The HTML with formulas cut down to their name. */
async function render(source: string): Promise<string> {
  const { html } = await renderChapter(source);
  return html.replace(
    /<span class="katex">.*?<annotation[^>]*>(.*?)<\/annotation>.*?<\/span><\/span>(<\/span>)+(?=[^<]|<\/)/g,
    '[$1]',
  );
}

test.each([
  ['设 $x$，则', /设 <span class="together"><span class="katex">.*<\/span>，<\/span>则/],
  ['（$x$）。', /<p><span class="together">（<span class="katex">.*<\/span>）。<\/span><\/p>/],
  ['设 $x$ 为', /<p>设 <span class="katex">.*<\/span> 为<\/p>/],
])('%s', async (source, html) => {
  expect((await renderChapter(source)).html).toMatch(html);
});

test('words of the text stay what they were', async () => {
  expect(await render('甲，$x$，乙')).toContain('甲，');
  expect((await render('甲，$x$，乙')).endsWith('，</span>乙</p>')).toBe(true);
});

test('a long formula that can break is left to break', async () => {
  const { html } = await renderChapter('设 $a_1 + a_2 + a_3 + a_4 + a_5 + a_6 = b$，则');
  expect(html).not.toContain('together');
});
