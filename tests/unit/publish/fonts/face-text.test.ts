import { expect, test } from 'vitest';
import type { FontFamily } from '../../../../src/publish/fonts/families.ts';
import { faceTextReader } from '../../../../src/publish/fonts/face-text.ts';
import { readPage } from '../../../../src/publish/pages/read-page.ts';

const face = (weight: number, style: 'normal' | 'italic' = 'normal') => ({ weight, style, source: '' });
const common = { hinted: false, complete: true, preload: false };
const families: FontFamily[] = [
  { name: 'Own D', faces: [face(700)], ...common },
  { name: 'Own M', faces: [face(400), face(700), face(400, 'italic')], ...common },
];

/** What a page shows in own faces: `Own D 700` and the characters, sorted. */
function shown(css: string, body: string): Record<string, string> {
  const html = `<!doctype html><html><head><title>题</title><style>${css}</style></head><body>${body}</body></html>`;
  const { faces } = faceTextReader(families, 'Own ')(readPage('index.html', '/', html));
  return Object.fromEntries(
    families.flatMap(({ name, faces: own }) =>
      own.flatMap((one) => {
        const characters = faces.get(one);
        if (!characters) return [];
        const text = [...characters.keys()].map((codePoint) => String.fromCodePoint(codePoint));
        const slant = one.style === 'italic' ? ' italic' : '';
        return [[`${name} ${one.weight}${slant}`, text.sort().join('')]];
      }),
    ),
  );
}

/** The same of what stands in the one face of `Own D`. */
const display = (css: string, body: string): string => shown(css, body)['Own D 700'] ?? '';

test.each([
  ['a rule of its own', 'h1{font-family:Own D}', '<h1>甲乙</h1><p>丙</p>'],
  ['quotes', `h1{font-family:'Own D', serif}`, '<h1>甲乙</h1>'],
  ['the shorthand', 'h1{font:700 1em/2rem Own D,serif}', '<h1>甲乙</h1>'],
  ['the shorthand with lengths in variables', 'h1{font:600 var(--em) / 2rem Own D}', '<h1>甲乙</h1>'],
  [
    'a variable in a variable',
    ':root{--d:var(--e),serif;--e:Own D}h1{font-family:var(--d)}',
    '<h1>甲乙</h1>',
  ],
  ["a variable's fallback", 'h1{font-family:var(--none,Own D)}', '<h1>甲乙</h1>'],
  ['inheritance', 'h1{font-family:Own D}', '<h1>甲<a><b>乙</b></a></h1>'],
  ['an inner element in another face', 'h1{font-family:Own D}i{font-family:serif}', '<h1>甲<i>丙</i>乙</h1>'],
  ['font: inherit', 'h1{font-family:Own D}button{font:inherit}', '<h1>甲<button>乙</button></h1>'],
  ['a button, which does not inherit by itself', 'h1{font-family:Own D}', '<h1>甲乙<button>丙</button></h1>'],
  [
    'specificity before order',
    '.a.b{font-family:Own D}.a{font-family:serif}',
    '<p class="a b">甲乙</p><p class="a">丙</p>',
  ],
  [
    'ids before classes',
    '#i{font-family:serif}p.a{font-family:Own D}',
    '<p class="a">甲乙</p><p class="a" id="i">丙</p>',
  ],
  ['order at last', 'p{font-family:serif}p{font-family:Own D}', '<p>甲乙</p>'],
  ['importance', 'p{font-family:Own D!important}p#i{font-family:serif}', '<p id="i">甲乙</p>'],
  [
    'layers below what stands in none',
    '@layer l{p#i{font-family:serif}}p{font-family:Own D}',
    '<p id="i">甲乙</p>',
  ],
  [':where, which counts nothing', ':where(#i){font-family:serif}p{font-family:Own D}', '<p id="i">甲乙</p>'],
  [
    ':is, :not and :has',
    ':is(p,h2):not(.x):has(>b){font-family:Own D}',
    '<p>甲<b>乙</b></p><p class="x">丙<b>丙</b></p><p>丙</p>',
  ],
  ['combinators', 'h2 + p > b{font-family:Own D}', '<h2>丙</h2><p>丙<b>甲乙</b></p><p><b>丙</b></p>'],
  ['rules in rules', '.a{& b{font-family:Own D}}', '<p class="a">丙<b>甲乙</b></p><b>丙</b>'],
  ['what only some windows show', '@media (width<40rem){p{font-family:Own D}}', '<p>甲乙</p>'],
  [
    'what only some windows show otherwise',
    'p{font-family:Own D}@media print{p{font-family:serif}}',
    '<p>甲乙</p>',
  ],
  ['what the reader does', 'a:hover{font-family:Own D}', '<a>甲乙</a>'],
  ['what the reader does elsewhere', 'li:not(:hover) b{font-family:Own D}', '<ul><li>丙<b>甲乙</b></ul>'],
  ['generated text', 'p::before{content:"甲" attr(title);font-family:Own D}', '<p title="乙">丙</p>'],
  ['generated text of an element in the face', 'p{font-family:Own D}p::after{content:"\\4E59"}', '<p>甲</p>'],
  ['drawings', 'text{font-family:Own D}', '<svg><title>丙</title><text>甲乙</text></svg>'],
])('characters are found through %s', (_, css, body) => {
  expect(display(css, body)).toBe('乙甲');
});

test.each([
  ['a style sheet, a script, a title', '*{font-family:Own D}', '<script>丙</script><template>丙</template>'],
  ['formulas for machines', 'p{font-family:Own D}', '<p><math><mi>丙</mi></math></p>'],
  ['a face that only follows another', 'p{font-family:serif,Own D}', '<p>丙</p>'],
  ['rules that match nothing', 'p.x{font-family:Own D}', '<p>丙</p>'],
])('nothing is taken from %s', (_, css, body) => {
  expect(display(css, body)).toBe('');
});

test('counters bring the characters of their style', () => {
  const css = 'p{font-family:Own D}p::before{content:"〔" counter(n, cjk-decimal) "〕"}';
  expect(display(css, '<p>注</p>')).toBe([...'〔〇一二三四五六七八九〕注'].sort().join(''));
});

test('a counter style whose characters nobody knows stops the build', () => {
  const css = 'p{font-family:Own D}p::before{content:counter(n, my-style)}';
  expect(() => display(css, '<p>注</p>')).toThrow(/"my-style".*counterCharacters/);
});

test('lists bring the characters of their markers', () => {
  expect(display('ol{font-family:Own D}', '<ol><li>甲</ol>')).toContain('0123456789');
  expect(display('ul{font-family:Own D;list-style:none}', '<ul><li>甲</ul>')).toBe('甲');
  expect(display('ul{font-family:Own D;list-style:"乙"}', '<ul><li>甲</ul>')).toBe('乙甲');
});

test('text in other letters than it is written in brings both', () => {
  expect(display('p{font-family:Own D;text-transform:uppercase}', '<p>ab</p>')).toBe('ABab');
});

test('joiners, breaks and the space between blocks need no glyph', () => {
  expect(display('div{font-family:Own D}', '<div>\n  <p>甲\u2060\u200B\uFE0E\n</p>\n</div>')).toBe(' 甲');
});

test('weight and style choose the face', () => {
  const css = 'body{font-family:Own M}.x{font-weight:300}';
  const body = '<p>a<b>b</b><em>c</em><span class="x">d</span><b><em>e</em></b></p>';
  expect(shown(css, body)).toEqual({ 'Own M 400': 'ad', 'Own M 700': 'b', 'Own M 400 italic': 'ce' });
});

test('a family that begins like the own ones and is none is told', () => {
  const html = '<style>p{font-family:Own X}</style><p>甲</p>';
  const { unknown } = faceTextReader(families, 'Own ')(readPage('index.html', '/', html));
  expect([...unknown.keys()]).toEqual(['Own X']);
});
