import { expect, test } from 'vitest';
import { titleWords } from '../../../src/markdown/title-words.ts';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['数学模型和公式 & 详细讲解', '数学/模型/和/公式 & 详细/讲解'],
  ['贾扬清：其人与观点', '贾扬清：/其人/与/观点'],
  ['什么是大模型？', '什么/是/大模型？'],
  ['“强调”（一）', '“强调”/（一）'],
])('%s', (title, words) => {
  expect(titleWords(title).join('/')).toBe(words);
});

test('a section title may be broken between its words, and its number stays its own', async () => {
  expect((await renderChapter('## 4.2 公式推导过程 {/* #d */}')).html).toBe(
    '<h2 id="d"><a class="number" href="#d">4.2</a> 公式<wbr>推导<wbr>过程</h2>',
  );
});
