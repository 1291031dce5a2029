import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { visit } from '../../../src/build/visit.ts';
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
  ['… behind the opening signs', '- x\n\n  $$a + \\foo\n  $$', 'formula-unknown-command 3:9'],
  [
    'an unknown environment',
    '$$\n\\begin{eqnarray}\na &=& b\n\\end{eqnarray}\n$$',
    'formula-unknown-environment 2:7',
  ],
  [
    'a sign that TeX does not know',
    '$\\text{①} 37℃$，$a\u200bb$，$a，b$',
    'formula-character 1:8,formula-character 1:18,formula-character 1:24',
  ],
  ['Han', '设$损失 = a$', 'formula-with-han 1:2'],
  ['a formula that is never closed', 'x\n\n$$\na\n\n后文\n', 'formula-unclosed 3:1'],
])('%s', async (_name, source, problems) => {
  expect((await renderChapter(source)).problems.join()).toBe(problems);
});

test('a formula that is closed by a longer fence, or within a list, is closed', async () => {
  expect((await renderChapter('$$\na\n$$$\n\n- x\n\n  $$\n  b\n  $$\n\n> $$\n> c\n> $$')).problems).toEqual(
    [],
  );
});

test.each(['价格 \\$5 和 \\$10 之间', '价格 $5 和 $10 之间', '$3/$15，$5 per $10', 'US$5到US$10、$.5万与$8'])(
  'dollar signs of money are text: %s',
  async (source) => {
    expect((await renderChapter(source)).html).toBe(`<p>${source.replaceAll('\\', '')}</p>`);
  },
);

test.each([
  ['$$a$$', 'a'],
  ['前文：\n$$a$$\n后文', 'a'],
  ['- 前文\n  $$a$$', 'a'],
  ['> $$a$$ \n> 后文', 'a'],
  ['<Equation id="x">$$a$$</Equation>', 'a'],
  ['$$a\n+ b\n$$', 'a\n+ b'],
  ['- $$a\n  + b$$', 'a\n+ b'],
  ['> $$\n> a\n> + b $$\n\n后文', 'a\n+ b'],
  ['$$\na\n$$ 其中**后文**', 'a'],
  ['$$5\\$$$', '5\\$'],
])('a display formula as it is written: %j', async (source, tex) => {
  const { tree, problems } = await renderChapter(source);
  const found: unknown[] = [];
  visit(tree, 'element', ({ data }) => {
    if (data?.tex !== undefined) found.push(data.tex);
  });
  expect([found, problems]).toEqual([[tex], []]);
  expect(toString(tree).match(/[前后]文/g) ?? []).toEqual(source.match(/[前后]文/g) ?? []);
});

test.each(['$$a$$ 与 $$b$$', '见$$a$$。', '$2^n$、$5\\text{元}$', '| a |\n| - |\n| $$a$$ |'])(
  'formulas within a line: %s',
  async (source) => {
    const { html } = await renderChapter(source);
    expect(html).toContain('class="katex"');
    expect(html).not.toContain('equation');
  },
);

test('the page learns which classes its formulas use', async () => {
  const { frontmatter } = await renderChapter('$\\mathbb{R}$');
  expect(frontmatter['formulaClasses']).toContain('mathbb');
  expect((await renderChapter('无')).frontmatter['formulaClasses']).toEqual([]);
});
