import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

/** The declarations of each part of the source's formulas. */
async function partsOf(source: string): Promise<string[]> {
  const { html, frontmatter } = await renderChapter(source);
  const styles = (frontmatter['styles'] ?? {}) as Record<string, string>;
  return [...html.matchAll(/<span class="base ?(s[0-9a-f]{7})?">/g)].map(([, name]) =>
    name ? (styles[name] ?? 'unknown') : '',
  );
}

test.each([
  ['a letter, with the slant that KaTeX adds to it', '设 $N$ 为', ['width:0.92em']],
  ['signs one after the other, cut where a line may break', '设 $x = 1$ 为', ['width:1.9em', 'width:0.5em']],
  ['a smaller sign beside a letter', '设 $x_1$ 为', ['width:0.98em']],
  ['of a fraction the wider half', '设 $\\frac{1}{12}$ 为', ['width:0.94em']],
  ['a root', '设 $\\sqrt{d}$ 为', ['width:1.36em']],
])('%s', async (_, source, parts) => {
  expect(await partsOf(source)).toEqual(parts);
});

test('what has a line of its own, or words of another face, is left to the browser', async () => {
  expect(await partsOf('$$\nx\n$$')).toEqual(['']);
  expect(await partsOf('设 $\\text{甲}$ 为')).toEqual(['']);
});

test.each([
  ['words', '\\text{这里是一段很长的中文说明}', 'vertical-align:0em'],
  ['a matrix', `\\begin{matrix}${'a & '.repeat(12)}b\\end{matrix}`, 'vertical-align:-0.35em'],
])('%s that may not fit into a line scroll by themselves, and stand on the line', async (_, tex, style) => {
  const { html, frontmatter } = await renderChapter(`设 $${tex}$ 为`);
  expect(html).toMatch(/<span class="katex wide-formula \w+" tabindex="0" role="group" aria-label="公式">/);
  expect(Object.values(frontmatter['styles'] as object)).toContain(style);
});

test('what cannot be broken on paper says how wide it is', async () => {
  const long = Array.from({ length: 30 }, (_, index) => `a_{${index}}`).join(' + ');
  const stylesOf = async (tex: string) =>
    Object.values((await renderChapter(`$$\n${tex}\n$$`)).frontmatter['styles'] as object).join(' ');
  expect(await stylesOf(long)).not.toContain('--formula-width');
  expect(await stylesOf(`\\begin{aligned}${long}\\end{aligned}`)).toMatch(/--formula-width:7\d/);
});
