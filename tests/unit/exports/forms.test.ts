import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import sharp from 'sharp';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  attributeOf,
  createFinder,
  parsePage,
  parsePart,
  textOf,
  type Finder,
} from '../../../src/build/html.ts';
import type { Book, Part } from '../../../src/exports/book.ts';
import { exportParts, type ExportedPart } from '../../../src/exports/export-part.ts';
import { packPictures } from '../../../src/exports/epub/pack-pictures.ts';
import { writeExports } from '../../../src/exports/index.ts';
import { joinParts } from '../../../src/exports/print/join-parts.ts';
import { renderChapter } from '../markdown/render-chapter.ts';

const sum = Array.from({ length: 30 }, (_, index) => `x_{${index + 1}}`)
  .join(' + ')
  .replace('{1}', '1');

/** One of each that an author may write in Markdown. It stands below /a/b/. */
const source = `
![红](/red.svg) 与 ![蓝](/blue.avif?v=2 "题名") 与 ![绿](/green.webp)，再来 ![红](/red.svg)。

[![可点](/mask.png)](https://example.com/)

- [ ] **“没做”**后文
- [x] 做完
  - [x] 里面做完
  - [ ] 里面没做

1. [x] 有两段

   第二段
2. [ ] 有一段

| 左 | 中 | 右 |
| :-- | :-: | --: |
| \`a\\|b\` | 甲\\|乙 | ~~删~~ |

脚注[^1]，*又*一个[^two]，再一次[^1]。

$$
\\begin{align}
a &= b \\\\
c &= d
\\end{align}
$$

$$
e = f \\tag{甲}
$$

$$
\\begin{gather*}
g \\tag{乙} \\\\
h
\\end{gather*}
$$

$$
${sum} = 0
$$

\`\`\`python
print("a" * 3)
\`\`\`

[^1]: 第一条。
[^two]: 第二条。

    又一段。
`;

/** What an author writes as HTML, as it stands in a page. */
const html = `
<p>10<sup>25</sup>、H<sub>2</sub>O、<kbd>Ctrl</kbd>、<mark>重</mark>、<u>线</u>、<b>粗</b>字、<s>删</s>、<ins>加</ins>、<ruby>汉<rp>(</rp><rt>han</rt><rp>)</rp></ruby></p>
<div align="center"><p>在中</p></div>
<p><picture><source srcset="/a/b/blue.avif"><img src="/a/b/red.svg" alt="图" width="50%" loading="lazy" srcset="/a/b/red.svg 2x"></picture></p>
<table><thead><tr><th>一</th><th>二</th></tr></thead><tbody><tr><td>甲<br>乙</td><td>丙</td></tr></tbody></table>
<table><tbody><tr><td colspan="2" align="right">跨</td></tr><tr><td>甲</td><td><ul><li>列</li></ul></td></tr></tbody></table>
<details><summary>折起的题</summary><p>折起的话</p></details>`;

const parts = ['index', 'forms', 'bare'].map((name, index): Part => {
  const address = index ? `/a/b/${name}/` : '/a/b/';
  const place = index ? 'chapter' : 'front';
  return { name, file: `${name}.html`, address, place, numeral: '', mark: '', title: name };
});
const book: Book = { base: '/a/b/', origin: undefined, parts, closing: [], date: '2026-01-01' };
const opening = '<div data-is="opening"><h1>题</h1></div>';

/** A form of the chapter as HTML. */
const forms: Record<string, Finder> = {};
let dist: string;
let exported: ExportedPart[];
let epub: Record<string, string>;
const markdownOf = async (name: string): Promise<string> => readFile(path.join(dist, `${name}.md`), 'utf8');
const inForm = (name: string): Finder => forms[name] ?? createFinder(parsePage(''));

beforeAll(async () => {
  dist = await mkdtemp(path.join(os.tmpdir(), 'edition-forms-'));
  await writePictures();
  const chapter = opening + (await renderChapter(source)).html + html;
  const mains = [`${opening}<nav data-is="contents"></nav>`, chapter, `${opening}<p>没有节。</p>`];
  const pages = mains.map((main) => createFinder(parsePage(`<main>${main}</main>`)));
  exported = parts.flatMap(({ file }, index) => exportParts(file, pages[index] ?? inForm(file), book));
  expect(await writeExports(dist, book, exported)).toEqual([]);
  const files = unzipSync(await readFile(path.join(dist, 'book.epub')));
  epub = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace('EPUB/', ''), strFromU8(bytes)]),
  );

  const printed = parsePage('<main></main>');
  joinParts(printed, exported, book);
  const main = createFinder(printed).first('#part-forms');
  Object.assign(forms, {
    page: pages[1],
    print: main && createFinder(main),
    // HTML's parser would put what follows an empty element into it.
    EPUB: createFinder(parsePage(epub['forms.xhtml']?.replace(/<(\w+)([^<>]*?) \/>/g, '<$1$2></$1>') ?? '')),
    Markdown: createFinder(read(await markdownOf('forms'))),
  });
});

afterAll(async () => rm(dist, { recursive: true }));

async function writePictures(): Promise<void> {
  const blank = sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } });
  const pictures = {
    'red.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>',
    'blue.avif': await blank.clone().avif().toBuffer(),
    'green.webp': await blank.clone().ensureAlpha(0.5).webp().toBuffer(),
    // Its name is wrong.
    'mask.png': await blank.clone().jpeg().toBuffer(),
  };
  for (const [name, bytes] of Object.entries(pictures)) await writeFile(path.join(dist, name), bytes);
}

/** Reads Markdown as its readers do: what is HTML in it is HTML. */
function read(markdown: string): Root {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough)
    .parse(markdown);
  const hast = toHast(tree, { allowDangerousHtml: true }) as Root;
  return parsePart(toHtml(hast, { allowDangerousHtml: true }));
}

type Fact = (form: Finder) => unknown[];
const line = (text: string): string => text.replace(/[\s\u2060]+/g, '');
const texts =
  (selector: string): Fact =>
  ({ all }) =>
    all(selector).map((element) => line(textOf(element)));

const facts: Record<string, Fact> = {
  'pictures, with descriptions and titles': ({ all }) =>
    all('img').map((picture) => [attributeOf(picture, 'alt'), attributeOf(picture, 'title')]),
  'links around pictures': ({ all }) => all('a:has(img)').map((link) => attributeOf(link, 'href')),
  'tasks, with what is done': ({ all }) =>
    all('li:has(> input), li:has(> p > input)').map((item) => [
      createFinder(item).first('input')?.properties['checked'],
      line(textOf(item)),
    ]),
  'strong words': texts('li strong, p b, p:has(kbd) strong'),
  'alignment of cells': ({ all }) =>
    all('th, td').map((cell) => [
      line(textOf(cell)),
      attributeOf(cell, 'align') ?? attributeOf(cell, 'data-align'),
      attributeOf(cell, 'colspan'),
      createFinder(cell).all('br').length > 0,
    ]),
  footnotes: texts('[data-footnotes] li > p'),
  'references to footnotes': texts('[data-footnote-ref]'),
  'ways back from footnotes': ({ all }) => all('[data-footnote-backref]').map(() => '↩'),
  TeX: ({ all }) =>
    all('annotation, math[alttext], code.language-math').map((formula) =>
      line(attributeOf(formula, 'alttext') ?? textOf(formula)),
    ),
  code: texts('pre code:not(.language-math)'),
  ...Object.fromEntries(
    ['sup:not(a *, :has(a))', 'sub', 'kbd', 'mark', 'u', 'ruby', 'ins', ':is(s, del)', 'ul li'].map(
      (selector) => [selector, texts(selector)],
    ),
  ),
  'what is folded': ({ all }) =>
    all(':is(p, summary)')
      .map(textOf)
      .filter((text) => text.includes('折起')),
  'what is in the middle': texts('[align=center]:not(td, th), [data-align=center]:not(td, th)'),
};

describe.each(['print', 'EPUB', 'Markdown'])('%s has all that the page has:', (form) => {
  test.each(Object.entries(facts))('%s', (_, factsOf) => {
    const wanted = factsOf(inForm('page'));
    expect(wanted).not.toEqual([]);
    expect(factsOf(inForm(form))).toEqual(wanted);
  });
});

test('a chapter without sections is a chapter in all of them', async () => {
  expect(await markdownOf('bare')).toMatch(/引用块里是编者的话，其余是原文[^]*\n\n没有节。\n$/);
  expect(epub['bare.xhtml']).toContain('<section epub:type="chapter" role="doc-chapter"');
  expect(exported.at(-1)?.print).toContain('<p>没有节。</p>');
});

test('the EPUB holds each picture once, as what it is, and is valid', async () => {
  const { messages } = await EpubCheck.validate(await readFile(path.join(dist, 'book.epub')));
  expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  const held = [...(epub['package.opf'] ?? '').matchAll(/href="(pictures.*?)" media-type="image.(.*?)"/g)];
  expect(held.map(([, , type]) => type)).toEqual(['svg+xml', 'jpeg', 'png', 'jpeg']);
  expect(inForm('EPUB').all('picture, source, [srcset], [loading]')).toEqual([]);
  const sources = inForm('EPUB')
    .all('img')
    .map((picture) => attributeOf(picture, 'src') ?? '');
  expect([...new Set(sources)]).toEqual(held.map(([, name]) => name));
  expect(sources.filter((name) => !(name in epub))).toEqual([]);
});

test('what is printed waits for its pictures', () => {
  expect(inForm('page').all('img[loading]')).not.toEqual([]);
  expect(inForm('print').all('img[loading]')).toEqual([]);
});

test('a file that is no picture is told', async () => {
  await writeFile(path.join(dist, 'no.png'), '不是图');
  const { problems } = await packPictures(dist, '/a/b/', new Set(['/a/b/no.png', '/a/b/red.svg']));
  expect(problems.map(({ file, rule }) => [file, rule])).toEqual([['dist/no.png', 'picture-unreadable']]);
});

test('the EPUB breaks a long formula before its operators, and loses nothing of it', () => {
  const [math] = inForm('EPUB').all('math[alttext^="x_1"]');
  const rows = math ? createFinder(math).all('mtr').map(textOf) : [];
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.every((row) => row.length <= 32)).toBe(true);
  expect(rows.join('')).toBe(`${sum.replace(/[_{} ]/g, '')}=0`);
});

test('the EPUB numbers the rows of formulas as the page does, and says what footnotes are', () => {
  const { all } = inForm('EPUB');
  expect(all('.mml-eqn-num').map(textOf)).toEqual(['(1)', '(2)', '(甲)', '(乙)']);
  const types = all('section *').flatMap((element) => attributeOf(element, 'epub:type') ?? []);
  expect(types.join(' ')).toBe(
    'noteref noteref noteref endnotes footnote backlink backlink footnote backlink',
  );
});

test('Markdown names pictures by where they stand, and footnotes by their chapter', async () => {
  const markdown = await markdownOf('forms');
  expect(markdown).toContain('![蓝](blue.avif?v=2 "题名")');
  expect(markdown).toContain('[![可点](mask.png)](https://example.com/)');
  expect(markdown).toContain('[^fn-x-1]: 第一条。');
});
