import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const han = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'.repeat(3);

test.each([
  ['Han characters fill their lines', han, undefined],
  ['short words too', `参数\`a_b\`与GPT都在这里。${han}`, undefined],
  [
    'a word that only a phone pushes to the next line',
    `用到TensorFlow与NumPy：只装tensorflow。${han}`,
    'loose-on-phones',
  ],
  [
    'code that no screen has room for beside other words',
    `${han.slice(0, 20)}\`max_position_embeddings_per_attention_head_group\`很长。`,
    'loose',
  ],
  [
    'a formula',
    `行内$\\text{这里是一段很长的中文说明不能断开的文字它比手机屏幕还要宽得多而且更长}$完。${han}`,
    'loose',
  ],
  ['a picture in a line', `一行里的图![图](x.png)${han}`, 'loose'],
])('%s', async (_, source, name) => {
  const { html } = await renderChapter(source);
  expect(/^<p(?: class="([\w-]+)")?>/.exec(html)?.[1]).toBe(name);
});

test('annotations are not justified, and not marked', async () => {
  const code = '`max_position_embeddings_per_attention_head_group`';
  expect(
    (await renderChapter(`<Note id="a" verdict="v">\n\n参数${code}很长。\n\n</Note>`)).html,
  ).not.toContain('loose');
});
