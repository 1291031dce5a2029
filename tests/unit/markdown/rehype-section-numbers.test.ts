import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['## 4.1 模型 {/* #m */}', '<h2 id="m"><a class="number" data-is="number" href="#m">4.1</a> 模型</h2>'],
  ['## 1. 背景 {/* #b */}', '<h2 id="b"><a class="number" data-is="number" href="#b">1.</a> 背景</h2>'],
  [
    '### 4.2.1 前向 {/* #f */}',
    '<h3 id="f"><a class="number" data-is="number" href="#f">4.2.1</a> 前向</h3>',
  ],
])('the number of %s is its permalink', async (source, html) => {
  expect((await renderChapter(source)).html).toBe(html);
});

test('a section without a number gets a sign of the editors', async () => {
  expect((await renderChapter('## 关键词 {/* #keywords */}')).html).toBe(
    '<h2 id="keywords"><a class="number" data-is="number" href="#keywords" data-layer="editorial" aria-label="本节链接">§</a>关键词</h2>',
  );
});
