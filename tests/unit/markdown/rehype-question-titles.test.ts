import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test('the title of a question is what opens it', async () => {
  const { html, problems } = await renderChapter('<Question>\n\n## 9.1 问 {/* #q */}\n\n答\n\n</Question>');
  expect(problems).toEqual([]);
  expect(html).toBe(
    '<question to="q" number="9.1"><summary><h2 id="q"><span class="number" data-is="number">9.1</span> 问</h2></summary><p>答</p></question>',
  );
});

test('a question without a title is a problem', async () => {
  expect((await renderChapter('<Question>\n\n答\n\n</Question>')).problems).toEqual([
    'question-without-title 1:1',
  ]);
});
