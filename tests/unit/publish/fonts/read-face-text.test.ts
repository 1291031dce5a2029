import { expect, test } from 'vitest';
import { parsePage } from '../../../../src/build/html.ts';
import { findMissingGlyphs } from '../../../../src/publish/fonts/find-missing-glyphs.ts';
import { listShown, readFaceText } from '../../../../src/publish/fonts/read-face-text.ts';

const page = (body: string) => parsePage(`<style>a{}</style>${body}`);
const shown = (body: string) => listShown(readFaceText(page(body)));
const display = (body: string): string | undefined => shown(body)['Edition Serif 700'];

test.each([
  ['titles, with all inside', '<h1>甲<a><b>乙</b></a></h1><p>丙</p>'],
  ['their numbers', '<h3><span class="number">甲乙</span>丙</h3>'],
  ['titles of the page of the whole book', '<h3 class="level-2">甲乙</h3><h4 class="level-3">丙</h4>'],
  ['the name of a note', '<aside class="note"><b>甲乙</b><p><i>丙</i><b>丙</b></p></aside>'],
  [
    'the contents',
    '<ol class="chapters"><li><span>甲</span><a>乙</a><small>丙</small><ol><li><a>丙</a></li></ol></li></ol>',
  ],
  ['what stands before and after', '<nav class="neighbours"><a><small>丙</small>甲乙</a></nav>'],
  ['code and formulas for machines in a title, which are not', '<h2>甲乙<code>丙</code><math>丙</math></h2>'],
])('the display face sets %s', (_, body) => {
  expect(display(body)).toBe('乙甲');
});

test('of a question it sets the number and the generated sign, not the words', () => {
  const title = '<h2><span class="number">九</span>丙</h2>';
  expect(display(`<div class="question"><details><summary>${title}</summary></details></div>`)).toBe('九问');
});

test('a formula is set in the faces that its classes mean, though it stands in a title', () => {
  const formula =
    '<span class="katex">a<i class="mathnormal">b</i><i class="mathbf">c</i><i class="boldsymbol">d</i>' +
    '<i class="textrm textbf textit">e</i><i class="mathbb">f</i><i class="op-symbol large-op">∑</i>' +
    '<i class="delimsizing mult"><i class="delim-size4"><span>g</span></i></i></span>';
  expect(shown(`<h2>${formula}</h2>`)).toEqual({
    'Edition Main 400': 'a',
    'Edition Math 400 italic': 'b',
    'Edition Main 700': 'c',
    'Edition Math 700 italic': 'd',
    'Edition Main 700 italic': 'e',
    'Edition AMS 400': 'f',
    'Edition Size2 400': '∑',
    'Edition Size4 400': 'g',
  });
});

test('a face stands in for one that its family lacks: style before weight', () => {
  expect(
    shown('<b class="katex"><i class="mathtt textbf">a</i><i class="textsf textbf textit">b</i></b>'),
  ).toEqual({
    'Edition Typewriter 400': 'a',
    'Edition SansSerif 400 italic': 'b',
  });
});

test('joiners, breaks and the space between elements need no glyph', () => {
  expect(display('<h1>\n  <span>甲\u2060\u200B\uFE0E\n乙</span>\n</h1>')).toBe(' 乙甲');
});

test('a page without styles sets nothing in the faces of the site', () => {
  expect(listShown(readFaceText(parsePage('<h1>甲</h1>')))).toEqual({});
});

test('a character without a glyph is told with its page, element and text', () => {
  const tree = page('<h1 id="x">模型😀与市场</h1>');
  const problems = findMissingGlyphs(
    [{ file: 'maths/index.html', shown: listShown(readFaceText(tree)) }],
    () => tree,
  );
  expect(problems).toMatchObject([{ file: 'maths/index.html', rule: 'missing-glyph' }]);
  expect(problems[0]?.reason).toMatch(
    /^“😀” \(U\+1F600\) in <h1> “模型😀与市场” is set in Noto Serif SC Bold/,
  );
});
