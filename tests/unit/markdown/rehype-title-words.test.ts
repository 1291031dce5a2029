import { expect, test } from 'vitest';
import { titleWords } from '../../../src/markdown/typography/title-words.ts';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['数学模型和公式 & 详细讲解', '数学/模型/和/公式 /& /详细讲解'],
  ['总结：未来发展趋势与挑战', '总结：/未来/发展/趋势/与/挑战'],
  ['模型泛化与解释性', '模型/泛化/与/解释性'],
  ['如何优化大模型的性能？', '如何/优化/大模型/的/性能？'],
  ['大模型技术有哪些挑战？', '大模型/技术/有哪些/挑战？'],
  ['数学模型构建', '数学模型构建'],
  ['2013年12月～2016年2月', '2013年12月～/2016年2月'],
  ['2023年11月上旬', '2023年11月/上旬'],
  ['Qwen3-235B-A22B（2025年）', 'Qwen3-235B-A22B/（2025年）'],
  ['贾扬清：其人与观点', '贾扬清：/其人与观点'],
])('%s', (title, words) => {
  expect(titleWords(title).join('/')).toBe(words);
});

test('a section title may be broken between its words, and its number stays its own', async () => {
  expect((await renderChapter('## 4.2 源代码的详细实现 {/* #d */}')).html).toBe(
    '<h2 id="d"><a class="number" data-is="number" href="#d">4.2</a> 源代码<wbr>的<wbr>详细<wbr>实现</h2>',
  );
});

test('the head of a row keeps its words whole, too', async () => {
  const { html } = await renderChapter('| 时间 | 事 |\n| --- | --- |\n| 2019年3月～2023年3月 | 甲 |');
  expect(html).toContain('<th scope="row">2019年3月～<wbr>2023年3月</th>');
});
