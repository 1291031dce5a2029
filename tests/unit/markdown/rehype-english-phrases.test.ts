import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['导师是Trevor Darrell。', '导师是<span lang="en">Trevor Darrell</span>。'],
  [
    'Zen and the Art of Computer Programming',
    '<span lang="en">Zen and the Art of Computer Programming</span>',
  ],
  ['用GPT-4与PyTorch', '用GPT-4与PyTorch'],
  ['在Facebook AI研究院', '在<span lang="en">Facebook AI</span>研究院'],
  ['`import numpy as np`', '<code>import numpy as np</code>'],
  ['共 3 个', '共 3 个'],
])('%s', async (source, html) => {
  expect((await renderChapter(source)).html.replace(/^<p[^>]*>/, '<p>')).toBe(`<p>${html}</p>`);
});

test('formulas and listings are left alone', async () => {
  expect((await renderChapter('$\\text{two words}$')).html).not.toContain('lang="en"');
  expect((await renderChapter('```text\ntwo words\n```')).html).not.toContain('lang="en"');
});
