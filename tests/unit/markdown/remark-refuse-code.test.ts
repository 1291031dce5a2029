import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test('imports, exports and expressions are problems at their place', async () => {
  const { problems } = await renderChapter('import x from "x"\n\nexport const y = 1\n\na {1 + 1} b\n\n{y}');
  expect(problems).toEqual([
    'code-in-chapter 1:1',
    'code-in-chapter 3:1',
    'code-in-chapter 5:3',
    'code-in-chapter 7:1',
  ]);
});

test('comments are allowed and leave nothing behind', async () => {
  const { html, problems } = await renderChapter('甲{/* 乙 */}丙');
  expect(problems).toEqual([]);
  expect(html).not.toContain('乙');
});

test('braces in formulas are no expressions', async () => {
  expect((await renderChapter('$\\frac{1}{2}$')).problems).toEqual([]);
});
