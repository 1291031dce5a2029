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

test.each(['设 $x$ 为', '设$x$为', '**设**$x$**为**'])(
  'there is a gap beside the formula of %s, typed or not',
  async (source) => {
    const { html } = await renderChapter(`<Supplement>\n\n${source}\n\n</Supplement>`);
    expect(html).toMatch(/设 (<\/strong>)?<span.*<\/span>(<strong>)? 为/);
  },
);

test('there is no gap between a formula and a mark', async () => {
  const { html } = await renderChapter('<Supplement>\n\n设（$x$）为，$y$。\n\n</Supplement>');
  expect(html).not.toMatch(/（ |> ）|， |> 。/);
});

test('spaces of the article stay', async () => {
  expect((await renderChapter('论文署 2014 年春')).html).toBe('<p>论文署 2014 年春</p>');
});
