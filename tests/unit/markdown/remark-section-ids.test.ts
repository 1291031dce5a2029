import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test('the id in the comment becomes the id of the section, and leaves no trace in its title', async () => {
  const { html, problems } = await renderChapter('## 2.1 数据 {/* #data */}');
  expect(html).toBe('<h2 id="data"><a class="number" data-is="number" href="#data">2.1</a> 数据</h2>');
  expect(problems).toEqual([]);
});

test('a section without an id is a problem; smaller headings need none', async () => {
  const { problems } = await renderChapter('## 一\n\n### 二\n\n#### 三');
  expect(problems).toEqual(['section-without-id 1:1', 'section-without-id 3:1']);
});

test.each(['Data', '1st', 'a--b', 'a_b', '数据', 'a-', ''])('the id "%s" is malformed', async (id) => {
  expect((await renderChapter(`## 一 {/* #${id} */}`)).problems).toEqual(['section-id-malformed 1:6']);
});

test('a page title in the body is a problem', async () => {
  expect((await renderChapter('text\n\n# 一 {/* #one */}')).problems).toEqual(['title-in-body 3:1']);
});
