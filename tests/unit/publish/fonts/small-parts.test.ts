import { expect, test } from 'vitest';
import { checkGlyphs } from '../../../../src/publish/fonts/check-glyphs.ts';
import { longhandsOf } from '../../../../src/publish/fonts/css/longhands.ts';
import { declareFaces, preloadFaces } from '../../../../src/publish/fonts/declare-faces.ts';
import { faceTextReader } from '../../../../src/publish/fonts/face-text.ts';
import { families, familyPrefix } from '../../../../src/publish/fonts/families.ts';
import { matchFace } from '../../../../src/publish/fonts/match-face.ts';
import { insertAfter, replaceStyle } from '../../../../src/publish/pages/edit-page.ts';
import { readPage } from '../../../../src/publish/pages/read-page.ts';

test.each([
  ['inherit', ['inherit', 'inherit', 'inherit']],
  ['700 1em/2rem var(--serif)', ['var(--serif)', '700', 'normal']],
  ['var(--em) / 2rem var(--sans)', ['var(--sans)', 'normal', 'normal']],
  [`italic bold 1.2em / calc(1em + 2px) "A B", serif`, ['"A B", serif', 'bold', 'italic']],
  [
    'normal 1.21em KaTeX_Main,Times New Roman,serif',
    ['KaTeX_Main,Times New Roman,serif', 'normal', 'normal'],
  ],
])('font: %s', (value, expected) => {
  expect(longhandsOf('font', value).map(([, longhand]) => longhand)).toEqual(expected);
});

test.each([
  [[400, 700], 600, 700],
  [[400, 700], 500, 400],
  [[400, 700], 300, 400],
  [[300, 500], 400, 500],
  [[300, 600], 450, 300],
  [[100, 200], 900, 200],
  [[700], 400, 700],
])('of the weights %j the one for %d is %d', (weights, wanted, taken) => {
  const faces = weights.map((weight) => ({ weight, style: 'normal' as const, source: '' }));
  expect(matchFace(faces, wanted, 'normal').weight).toBe(taken);
});

test('a character without a glyph is told with its page, element and text', () => {
  const html = '<style>h1{font-family:"Edition Serif"}</style><h1 id="x">模型😀与市场</h1>';
  const page = readPage('maths/index.html', '/', html);
  const problems = checkGlyphs(page, faceTextReader(families, familyPrefix)(page));
  expect(problems).toMatchObject([{ file: 'maths/index.html', rule: 'missing-glyph' }]);
  expect(problems[0]?.reason).toMatch(
    /^“😀” \(U\+1F600\) in <h1 id="x"> “模型😀与市场” is set in Noto Serif SC Bold/,
  );
});

test('a family of the site that does not exist is told with those that do', () => {
  const page = readPage('index.html', '/', '<style>p{font-family:Edition Sreif}</style><p>甲</p>');
  const [problem] = checkGlyphs(page, faceTextReader(families, familyPrefix)(page));
  expect(problem).toMatchObject({ rule: 'unknown-font-family' });
  expect(problem?.candidates).toContain('Edition Serif');
});

test('faces are declared with their characters, and the shared one is asked for first', () => {
  const [family] = families;
  const face = family?.faces[0];
  if (!family || !face) throw new Error('There are no families');
  const file = { family, face, font: Buffer.of(), codePoints: [0x20, 0x31, 0x32, 0x33] };
  const files = [
    { ...file, name: 'a.woff2', core: true },
    { ...file, name: 'b.woff2', core: false, codePoints: undefined },
  ];
  expect(declareFaces(files, '/a/b/_astro/')).toBe(
    '@font-face{font-family:Edition Serif;font-style:normal;font-weight:700;font-display:swap;' +
      'src:url(/a/b/_astro/a.woff2)format("woff2");unicode-range:U+20,U+31-33}' +
      '@font-face{font-family:Edition Serif;font-style:normal;font-weight:700;font-display:swap;' +
      'src:url(/a/b/_astro/b.woff2)format("woff2")}',
  );
  expect(preloadFaces(files, '/_astro/')).toBe(
    '<link rel="preload" href="/_astro/a.woff2" as="font" type="font/woff2" crossorigin>',
  );
});

test('what is put into a page leaves its places right', () => {
  const page = readPage('index.html', '/', '<meta charset="utf-8"><style>a{}</style><p id="p">文</p>');
  const [meta, style, paragraph] = ['meta', 'style', 'p'].map((name) =>
    page.elements.find((element) => element.name === name),
  );
  if (!meta || !style || !paragraph) throw new Error('The page was not read');
  replaceStyle(page, style, 'b{}a{}');
  insertAfter(page, meta, '<link>');
  expect(page.html).toBe('<meta charset="utf-8"><link><style>b{}a{}</style><p id="p">文</p>');
  expect(style.text).toBe('b{}a{}');
  expect(page.html.slice(paragraph.openedAt)).toBe('文</p>');
});
