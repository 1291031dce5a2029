import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['大模型\n市场', '大模型市场'],
  ['大模型，\n市场', '大模型，市场'],
  ['大模型\n**市场**', '大模型<strong>市场</strong>'],
  ['**大模型**\n市场', '<strong>大模型</strong>市场'],
  ['大模型\nGPT', '大模型GPT'],
  ['大：\n1、甲\n2、**乙**', '大：<br>\n1、甲<br>\n2、<strong>乙</strong>'],
  ['large\nmodel', 'large\nmodel'],
  ['large\n**model**', 'large\n<strong>model</strong>'],
  ['`code`\ncode', '<code>code</code>\ncode'],
])('%j', async (source, html) => {
  expect((await renderChapter(source)).html).toBe(`<p>${html}</p>`);
});

test('code keeps its lines', async () => {
  expect((await renderChapter('```text\n大\n模\n```')).html).toContain('大</span>\n<span class="line">模');
});
