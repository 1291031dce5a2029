import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { backMatter } from '../../../../src/book/places.ts';
import type { Book, Part } from '../../../../src/exports/book.ts';
import type { ExportedPart } from '../../../../src/exports/export-part.ts';
import { linkFollower } from '../../../../src/exports/follow-link.ts';
import { dropInterface, unfold } from '../../../../src/exports/open-part.ts';
import { packageDocument } from '../../../../src/exports/epub/package-document.ts';
import { rewriteLinks } from '../../../../src/exports/epub/rewrite-links.ts';
import { styleSheet } from '../../../../src/exports/epub/style-sheet.ts';
import { writeDrawings } from '../../../../src/exports/epub/write-drawings.ts';
import { inVariant, writeMathematics } from '../../../../src/exports/epub/write-mathematics.ts';
import { writeNotes } from '../../../../src/exports/epub/write-notes.ts';
import { xhtml } from '../../../../src/exports/epub/xhtml.ts';

const box = (html: string): Element =>
  fromHtml(`<div>${html}</div>`, { fragment: true }).children[0] as Element;
const inner = (element: Element): string => toHtml(element.children);

describe('formulas', () => {
  test('are MathML alone, with their TeX to be read', () => {
    const body = box(katex.renderToString('x<1', { output: 'htmlAndMathml' }));
    writeMathematics(body);
    expect(inner(body)).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x<1"><mrow><mi>x</mi><mo>&#x3C;</mo><mn>1</mn></mrow></math>',
    );
  });

  test.each([
    ['\\mathbb{E}', '𝔼'],
    ['\\mathbb{R}', 'ℝ'],
    ['\\mathcal{L}', 'ℒ'],
    ['\\mathcal{D}', '𝒟'],
    ['\\mathbf{W}', '𝐖'],
    ['\\mathbf{1}', '𝟏'],
    ['\\boldsymbol{x}', '𝒙'],
    ['\\mathfrak{g}', '𝔤'],
  ])('%s becomes the character %s', (tex, character) => {
    const body = box(katex.renderToString(tex, { output: 'htmlAndMathml' }));
    writeMathematics(body);
    expect(inner(body)).toContain(`>${character}<`);
    expect(inner(body)).not.toContain('mathvariant');
  });

  test('a power of numbers alone can be read where MathML cannot', () => {
    const body = box(katex.renderToString('2\\times10^{-25}', { output: 'htmlAndMathml' }));
    writeMathematics(body);
    expect(inner(body)).toBe('<span>2×10<sup>−25</sup></span>');
  });

  test('upright letters stay as they are, and so does what has no character of its own', () => {
    const body = box(katex.renderToString('\\mathrm{d}', { output: 'htmlAndMathml' }));
    writeMathematics(body);
    expect(inner(body)).toContain('<mi mathvariant="normal">d</mi>');
    expect(inVariant('中', 'bold')).toBe('中');
    expect(inVariant('1', 'fraktur')).toBe('1');
  });
});

test('colours of drawings become classes, which the style sheet paints', () => {
  const body = box('<svg><path stroke="var(--line2)" fill="none"></path></svg>');
  expect(writeDrawings(body)).toEqual(['stroke-line2']);
  expect(inner(body)).toContain('<path fill="none" class="stroke-line2">');
  const names = ['bg', 'bg2', 'ink', 'ink2', 'zhu', 'qing', 'lv', 'zhe', 'seal', 'line2'];
  const palette = new Map(names.map((name) => [name, { light: '#111', dark: '#eee' }]));
  const css = styleSheet(palette, new Set(['stroke-line2']));
  expect(css).toContain('.stroke-line2 { stroke: #111 }');
  expect(css).not.toContain('#eee');
  expect(css).not.toContain('var(');
  expect(() => styleSheet(new Map(), new Set())).toThrow('the site has no colour');
});

test('notes are footnotes, with the way back; what is folded is open', () => {
  const body = box(
    '<sup data-is="ref"><a href="#n" id="n-ref">〔一〕</a></sup><div data-note="Note" id="n" role="note"><p>断语</p>' +
      '<details><summary data-screen>依据</summary><p>据</p><p data-is="back"><a href="#n-ref">回</a><a href="/errata/">总表</a></p></details></div>',
  );
  dropInterface(body);
  writeNotes(body);
  expect(inner(body)).toBe(
    '<sup data-is="ref"><a href="#n" id="n-ref" epub:type="noteref" role="doc-noteref">〔一〕</a></sup>' +
      '<aside data-note="Note" id="n" role="doc-footnote" epub:type="footnote"><p>断语</p>' +
      '<div><p>据</p><p data-is="back"><a href="#n-ref" epub:type="backlink" role="doc-backlink">回</a></p></div></aside>',
  );
});

describe('links', () => {
  const parts = ['index', 'maths', 'practice', 'closing'].map((name): Part => {
    const address = name === 'index' || name === 'closing' ? '/a/' : `/a/${name}/`;
    return { name, file: '', address, place: 'chapter', numeral: '', mark: '', title: '' };
  });
  const rewritten = (html: string, origin?: string): string => {
    const body = box(html);
    const book: Book = { base: '/a/', origin, parts, closing: ['end'], date: undefined };
    rewriteLinks(body, parts[1] as Part, book, linkFollower(book));
    return inner(body);
  };

  test.each([
    ['<a href="/a/practice/#run">五</a>', '<a href="practice.xhtml#run">五</a>'],
    ['<a href="/a/practice/">五</a>', '<a href="practice.xhtml">五</a>'],
    ['<a href="#run">下</a>', '<a href="#run">下</a>'],
    ['<a href="https://x.example/">外</a>', '<a href="https://x.example/">外</a>'],
    [
      '<h2 id="run"><a class="number" href="#run">4.1</a></h2>',
      '<h2 id="run"><span class="number">4.1</span></h2>',
    ],
    ['<a href="/a/data/x.csv">数据</a>', '<span>数据</span>'],
    ['<p data-is="data"><a href="/a/data/x.csv">下载数据</a></p>', ''],
    ['<a href="/a/contents/">目录</a>', '<a href="nav.xhtml">目录</a>'],
    ['<a href="#run"></a>', ''],
    ['<a href="/a/">封</a>', '<a href="index.xhtml">封</a>'],
    ['<a href="/a/#keywords">词</a>', '<a href="index.xhtml#keywords">词</a>'],
    ['<a href="/a/#end">末</a>', '<a href="closing.xhtml#end">末</a>'],
  ])('%s → %s', (html, expected) => {
    expect(rewritten(html)).toBe(expected);
  });

  test('lead to a file of the site where it is known where that stands', () => {
    expect(rewritten('<a href="/a/data/x.csv">数据</a>', 'https://book.example')).toBe(
      '<a href="https://book.example/a/data/x.csv">数据</a>',
    );
  });
});

test('what a page lets its reader try has its name, and what there is without a page', () => {
  const body = box(
    '<details id="lab" data-lab="regression"><summary>自己调</summary><div><p>要用脚本。</p></div></details>',
  );
  unfold(body, 'details');
  expect(inner(body)).toBe('<div id="lab"><p><strong>自己调</strong></p><div><p>要用脚本。</p></div></div>');
});

test('a document is XML: every attribute has a value, and none a <', () => {
  const text = xhtml(
    'a & b',
    box('<p hidden title="a<b &quot; hidden">x<br>1 < 2</p>').children as Element[],
  );
  expect(text).toMatch(/<title>a &#x26; b<\/title>/);
  expect(text).toContain('<p hidden="" title="a&#x3C;b &#x22; hidden">x<br />1 &#x3C; 2</p>');
});

test('every part is read in its order, the editors’ lists at the end included', () => {
  const names = ['maths', ...backMatter.map(({ address }) => address.slice(1, -1))];
  const parts = names.map((name) => ({ name, document: { uses: [] } }) as unknown as ExportedPart);
  const text = packageDocument({ date: '2026-12-01' } as Book, parts, []);
  expect([...text.matchAll(/<itemref idref="part-(.+)"/g)].map(([, name]) => name)).toEqual(names);
  expect(names.length).toBeGreaterThan(2);
});
