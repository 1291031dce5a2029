import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test.each([
  ['论文署 2014 年春', '论文署2014年春'],
  ['用 **GPT** 写', '用<strong>GPT</strong>写'],
  ['用 `code` 写', '用<code>code</code>写'],
  ['deep learning 书', '<span lang="en">deep learning</span>书'],
  ['显存 32\u00a0GB 够', '显存32\u00a0GB够'],
  ['前 “后”', '前“后”'],
])('the editors’ %s closes up', async (source, html) => {
  expect((await renderChapter(`<Supplement>\n\n${source}\n\n</Supplement>`)).html).toBe(
    `<supplement><p>${html}</p></supplement>`,
  );
});

test('a number taken from the data counts as Latin', async () => {
  const { html } = await renderChapter(
    '<Supplement>GLM <Value of="x" /> 元，要 <Value of="x" /> 元</Supplement>',
  );
  expect(html).toBe('<supplement>GLM <value of="x"></value>元，要<value of="x"></value>元</supplement>');
});

test('the gap beside a formula stays', async () => {
  expect((await renderChapter('<Supplement>\n\n设 $x$ 为\n\n</Supplement>')).html).toMatch(
    /设 <span.*<\/span> 为/,
  );
});

test('spaces of the article stay', async () => {
  expect((await renderChapter('论文署 2014 年春')).html).toBe('<p>论文署 2014 年春</p>');
});
