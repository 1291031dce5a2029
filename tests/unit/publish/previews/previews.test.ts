import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { firstSentences } from '../../../../src/book/first-sentences.ts';
import { parsePart, writeHtml } from '../../../../src/build/html.ts';
import { openPage } from '../../../../src/publish/pages/page.ts';
import { describePage } from '../../../../src/publish/previews/describe-page.ts';
import { drawableText } from '../../../../src/publish/previews/picture/drawable-text.ts';
import { palettePng } from '../../../../src/publish/previews/picture/palette-png.ts';
import { previewPage } from '../../../../src/publish/previews/preview-page.ts';
import { previewTags } from '../../../../src/publish/previews/preview-tags.ts';
import { textReader } from '../../../../src/publish/previews/running-text.ts';
import { sectionPage } from '../../../../src/publish/previews/section-page.ts';
import { structuredData } from '../../../../src/publish/previews/structured-data.ts';
import { drawPicture } from '../../../../src/publish/previews/write-pictures.ts';

const locator = {
  path: (address: string) => `/a/b${address}`,
  full: (address: string) => `https://book.example/a/b${address}`,
  known: true,
};
const preview = {
  address: '/maths/#model',
  title: '“A & B” <甲>',
  description: '乙。',
  picture: '/s/model/card.png',
  type: 'article',
} as const;

test.each([
  ['一句。', '一句。'],
  ['一句。又一句！', '一句。又一句！'],
  ['', ''],
  [`${'字'.repeat(50)}。${'字'.repeat(50)}。`, `${'字'.repeat(50)}。`],
  [`${'字'.repeat(60)}，${'字'.repeat(60)}。`, `${'字'.repeat(60)}……`],
  ['他说：“好。”又说：“不好。”', '他说：“好。”又说：“不好。”'],
])('of %j a preview says %j', (text, expected) => {
  expect(firstSentences(text)).toBe(expected);
});

test.each([
  ['甲<sup data-is="ref">〔一〕</sup>乙', '甲乙'],
  [
    '<span data-screen>原作</span><s class="lemma">甲</s><ins><span data-screen>改作</span>乙</ins>',
    '甲〔当作乙〕',
  ],
  ['最大是<math><mfrac><mn>1</mn><mn>4</mn></mfrac></math>', '最大是1/4'],
  ['<math><msup><mn>10</mn><mrow><mo>−</mo><mn>6</mn></mrow></msup></math>', '10^−6'],
  ['<math><msup><mi>W</mi><mi>⊤</mi></msup></math>', 'W⊤'],
  ['<span class="katex-html">x</span><annotation>\\frac</annotation>甲', '甲'],
])('%s is read aloud as %s', (html, expected) => {
  const part = parsePart(html);
  expect(textReader(part).read(part)).toBe(expected);
});

test('a page is read section by section', () => {
  const html = `<link rel="canonical" href="/maths/"><meta name="description" content="说">
    <main><p data-is="kicker">第四章</p><h1><a data-is="number">4.</a> 数<wbr>学</h1><p data-is="lead">引。</p>
    <h2 id="a"><a data-is="number">4.1</a> 甲</h2><p>一：</p><ul><li>二</li><li><p>三</p><aside data-note="Note"><p>注</p></aside></li></ul>
    <summary><h2 id="b"><span data-is="number">§</span> 乙？</h2></summary><figure><p>图</p></figure><nav><h2 id="c">目录</h2></nav></main>`;
  const page = describePage(openPage('maths/index.html', '/', html), '/');
  expect(page).toMatchObject({
    address: '/maths/',
    title: '数学',
    kicker: '第四章',
    description: '说',
    article: true,
  });
  expect(page?.sections).toEqual([
    { id: 'a', level: 2, number: '4.1', title: '甲', text: '二。三……', question: false },
    { id: 'b', level: 2, number: undefined, title: '乙？', text: '', question: true },
  ]);
  expect(describePage(openPage('404.html', '/', '<main><h1>失</h1></main>'), '/')).toBeUndefined();
});

test('what stands in a tag or script cannot end it', () => {
  expect(writeHtml(previewTags(preview, locator))).toContain('content="“A &amp; B” <甲>"');
  const page = {
    ...{ address: '/maths/', title: '</script><b>', description: '乙。' },
    ...{ kicker: '第四章', ornament: '四', article: true, sections: [] },
  };
  const html = writeHtml(structuredData(page, { date: undefined, chapters: [] }, locator));
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).toContain('\\u003c/script>');
});

test('a section’s page leads there on its own host, and is canonical to it on the book’s', () => {
  const html = sectionPage(preview, '名', locator);
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/a/b/maths/#model">');
  expect(html).toContain('<link rel="canonical" href="https://book.example/a/b/maths/#model">');
});

test('a picture is the same each time', async () => {
  const folders = await Promise.all([1, 2].map(() => mkdtemp(path.join(os.tmpdir(), 'edition-pictures-'))));
  onTestFinished(() =>
    Promise.all(folders.map((folder) => rm(folder, { recursive: true }))).then(() => undefined),
  );
  const text = {
    kicker: '第四章',
    number: '4.1',
    title: '数学模型 & 公式',
    lead: '校对两层网络。',
    ornament: '四',
  };
  const [one, other] = await Promise.all(folders.map((folder) => drawPicture(text, folder)));
  const again = await drawPicture(text, folders[0]);
  expect(one?.missing).toEqual([]);
  expect(other).toEqual(one);
  expect(again).toEqual(one);
  const { width, height } = await sharp(one?.png).metadata();
  expect([width, height]).toEqual([1200, 630]);
  // Paper, and ink on it.
  const { dominant, channels } = await sharp(one?.png).stats();
  expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  expect(Math.min(...channels.map(({ min }) => min))).toBeLessThan(40);
  const odd = await drawPicture(
    { ...text, title: '甲😀\ufe0f', lead: 'W⊤与𮯠，ϵ、ϕ、ϑ、≜、↛、⊞、⨁、10²⁵、x₅。' },
    folders[0],
  );
  expect(odd.missing).toEqual(['😀', '𮯠']);
});

test('what the fonts of a picture lack is written plainly, or left out', () => {
  const has = (character: string) => /[\x20-\x7e甲²]/.test(character);
  const text = { kicker: '', number: '', title: '甲😀\ufe0f', ornament: '', lead: '10²⁵ m² x₅ ① a≔b' };
  expect(drawableText(text, has)).toEqual({
    text: { ...text, title: '甲', lead: '10^25 m² x5 1 a:=b' },
    missing: ['😀'],
  });
});

test.each([
  ['<h2 id="a">甲</h2><pre>1</pre><h2 id="b">乙</h2><p>乙的话。</p>', '引言。'],
  ['<h2 id="a">甲</h2><h3 id="b">乙</h3><p>乙的话。</p>', '乙的话。'],
  ['<h2 id="x">丙</h2><h3 id="a">甲</h3><h2 id="b">乙</h2><p>乙的话。</p>', '引言。'],
  ['<h2 id="x">丙</h2><h3 id="a">甲</h3><h3 id="b">乙</h3><p>乙的话。</p>', '引言。'],
])('of %s the first section is shared with words of its own or of the chapter', (html, said) => {
  const head = '<head><link rel="canonical" href="/maths/"><meta name="description" content="引言。"></head>';
  const page = openPage('maths/index.html', '/', `${head}<body><main><h1>题</h1>${html}</main></body>`);
  const { pictures } = previewPage(
    page,
    { date: undefined, chapters: [], sectionPictures: true },
    { base: '/', origin: undefined },
  );
  expect(pictures.find(({ file }) => file === 's/a/card.png')?.text.lead).toBe(said);
});

test('a palette holds the colours of a picture as they are', async () => {
  const pixels = new Uint8Array([1, 2, 3, 255, 4, 5, 6, 255, 1, 2, 3, 255, 255, 0, 0, 255]);
  const png = palettePng(pixels, 2, 2);
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([...data]).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 255, 0, 0]);
  const many = new Uint8Array(4 * 257).map((_, at) => (at % 4 === 0 ? (at / 4) % 256 : at > 1020 ? 1 : 0));
  expect(() => palettePng(many, 257, 1)).toThrow('257 colours');
  expect(inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8))).toHaveLength(6);
});
