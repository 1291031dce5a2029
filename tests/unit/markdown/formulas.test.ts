import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test('a formula is typeset as HTML and as MathML that holds its TeX', async () => {
  const { html, problems } = await renderChapter('设 $\\delta_1$。');
  expect(problems).toEqual([]);
  expect(html).toContain('<annotation encoding="application/x-tex">\\delta_1</annotation>');
  expect(html).toContain('class="katex-html" aria-hidden="true"');
});

test('a display formula stands in a box of its own', async () => {
  expect((await renderChapter('$$\na = b\n$$')).html).toMatch(
    /^<div class="equation" tabindex="0" role="group" aria-label="公式"><span class="katex-display">/,
  );
});

test.each([
  ['an unknown command, at the command', 'x\n\n设 $a + \\foo{b}$。', 'formula-unknown-command 3:8'],
  [
    '… in a display formula',
    '$$\na &= b\n$$\n\n$$\na = \\\\\n  \\foo\n$$',
    'formula-syntax 2:3,formula-unknown-command 7:3',
  ],
  ['… in an indented display formula', '- x\n\n  $$\n  \\foo\n  $$', 'formula-unknown-command 4:3'],
  ['an environment that is not closed', '$$\n\\begin{aligned}\na\n$$', 'formula-unclosed-environment 3:2'],
  ['sums of money', '价格 $5 和 $10 之间', 'formula-with-han 1:4'],
  ['a formula that is never closed', 'x\n\n$$\na\n\n后文\n', 'formula-unclosed 3:1'],
])('%s', async (_name, source, problems) => {
  expect((await renderChapter(source)).problems.join()).toBe(problems);
});

test('a formula that is closed by a longer fence, or within a list, is closed', async () => {
  expect((await renderChapter('$$\na\n$$$\n\n- x\n\n  $$\n  b\n  $$\n\n> $$\n> c\n> $$')).problems).toEqual(
    [],
  );
});

test('escaped dollar signs are money', async () => {
  expect((await renderChapter('价格 \\$5 和 \\$10 之间')).html).toBe('<p>价格 $5 和 $10 之间</p>');
});

test('the page learns which classes its formulas use', async () => {
  const { frontmatter } = await renderChapter('$\\mathbb{R}$');
  expect(frontmatter['formulaClasses']).toContain('mathbb');
  expect((await renderChapter('无')).frontmatter['formulaClasses']).toEqual([]);
});
