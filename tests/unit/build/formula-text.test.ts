import { expect, test } from 'vitest';
import { textWithFormulas } from '../../../src/build/formula-text.ts';
import { renderChapter } from '../markdown/render-chapter.ts';

test.each([
  ['质能关系$E=mc^2$', '质能关系E=mc^2'],
  ['大图$\\alpha$的用法', '大图α的用法'],
  ['损失$\\frac{1}{2}$', '损失1/2'],
])('a formula stands once in the text of a title: %s', async (source, text) => {
  expect(textWithFormulas((await renderChapter(source)).tree)).toBe(text);
});
