import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['[甲](/maths/#model)', 'href="/a/b/maths/#model"'],
  ['![甲](/x.png)', 'src="/a/b/x.png"'],
  ['[甲](https://example.org/x)', 'href="https://example.org/x"'],
  ['[甲](//example.org/x)', 'href="//example.org/x"'],
  ['[甲](#model)', 'href="#model"'],
])('%s', async (source, attribute) => {
  expect((await renderChapter(source)).html).toContain(attribute);
});
