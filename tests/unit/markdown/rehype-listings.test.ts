import { expect, test, vi } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test('code is coloured by five classes, a line an element', async () => {
  const { html, problems } = await renderChapter(
    '```python\nimport numpy as np\n# 数据\nx = rand(100, "a")\n```',
  );
  expect(problems).toEqual([]);
  expect(html).toBe(
    '<pre class="listing" data-language="python" tabindex="0" translate="no"><code>' +
      '<span class="line"><span class="k">import</span> numpy <span class="k">as</span> np</span>\n' +
      '<span class="line"><span class="c"># 数据</span></span>\n' +
      '<span class="line">x = <span class="f">rand</span>(<span class="n">100</span>, <span class="s">"a"</span>)</span>' +
      '</code></pre>',
  );
});

test('an unknown language is a problem with its nearest names', async () => {
  const { problems } = await renderChapter('```pyton\nx\n```');
  expect(problems).toEqual(['listing-unknown-language 1:1']);
});

test('a fence without a language, and one of plain text, stay uncoloured', async () => {
  expect((await renderChapter('```\nif x\n```')).html).toContain('<span class="line">if x</span>');
  expect((await renderChapter('```text\nif x\n```')).html).toContain('<span class="line">if x</span>');
});

test('a busy machine takes no colours away', async () => {
  const listing = '```python\nx = rand(100, "a") if y else sum(1, 2)\n```';
  const quiet = await renderChapter(listing);
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 3_600_000));
  const busy = await renderChapter(listing);
  clock.mockRestore();
  expect(busy).toEqual(quiet);
});
