import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const ofEditors = async (source: string): Promise<string> =>
  (await renderChapter(`<Supplement>\n\n${source}\n\n</Supplement>`)).html;

test.each([
  ['价1元。<Cite keys="a" />DeepSeek又', true],
  ['价1元。<Cite keys="a" />**K3**又', true],
  ['价1元。<Cite keys="a" />2025年', true],
  ['价1元。<Cite keys="a" /><Value of="x" />元', true],
  ['价1元。<Cite keys="a" />又', false],
  ['价1元<Cite keys="a" />，又', false],
])('in %s a line may be broken behind the citation: %s', async (source, breakable) => {
  expect(/<\/cite>(<[^>]+>)*\u200b/.test(await ofEditors(source))).toBe(breakable);
});

test('no line of the editors begins with the mark of a range; their code and the article stay as they are', async () => {
  expect(await ofEditors('3～5亿，`3～5`')).toContain('3\u2060～5亿，<code>3～5</code>');
  expect((await renderChapter('3～5亿')).html).toBe('<p>3～5亿</p>');
});
