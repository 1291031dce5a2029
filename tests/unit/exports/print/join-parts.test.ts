import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import type { Book } from '../../../../src/exports/book/book.ts';
import { partOf } from '../../../../src/exports/book/open-book.ts';
import { joinParts } from '../../../../src/exports/print/join-parts.ts';
import { levelSelectors } from '../../../../src/exports/print/level-selectors.ts';

const element = (html: string) => fromHtml(html, { fragment: true }).children[0] as Element;

function bookOf(pages: Record<string, string>): Book {
  return {
    base: '/a/',
    origin: 'https://book.example',
    palette: new Map(),
    contents: element('<nav><h2 id="contents">目录</h2><a href="/a/maths/#model">4.1</a></nav>'),
    parts: Object.entries({ index: '<div class="opening"><h1>书</h1></div>', ...pages }).map(([name, html]) =>
      partOf(() => element(`<main>${html}</main>`), {
        name,
        file: `${name}/index.html`,
        address: name === 'index' ? '/a/' : `/a/${name}/`,
        place: name === 'index' ? 'front' : 'chapter',
        mark: '',
        title: name,
      }),
    ),
  };
}

const join = (pages: Record<string, string>): string =>
  toHtml({ type: 'root', children: joinParts(bookOf(pages)) });

test('an id that an earlier part has is written behind the name of its part, with all that name it', () => {
  const html = join({
    maths: '<p id="kv-cache">甲</p>',
    glossary:
      '<p id="kv-cache" aria-labelledby="kv-cache free"><a href="#kv-cache">乙</a></p><p id="free"></p>',
  });
  expect(html).toContain('<p id="kv-cache">甲</p>');
  expect(html).toContain(
    '<p id="glossary-kv-cache" aria-labelledby="glossary-kv-cache free"><a href="#glossary-kv-cache">乙</a></p>',
  );
});

test('what a drawing paints with goes along', () => {
  const svg = (id: string) => `<svg><marker id="${id}"></marker><path marker-end="url(#${id})"></path></svg>`;
  expect(join({ one: svg('m'), two: svg('m') })).toContain('<path marker-end="url(#two-m)">');
});

test('links inside of the book become local, whatever way they are written; others stay', () => {
  const html = join({
    maths:
      '<h2 id="model">4.1</h2><p><a href="/a/practice/">五</a><a href="https://book.example/a/practice/#run">跑</a></p>',
    practice:
      '<p id="run"><a href="/a/maths/#model">四</a><a href="/a/data/x.csv">数据</a><a href="#main">顶</a></p>',
  });
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toEqual(['#model', '#part-practice', '#run', '#model', '/a/data/x.csv', '#part-practice']);
});

test('titles stand below that of the book, and remember what they were', () => {
  const html = join({ maths: '<h1>数学</h1><h2 id="model">4.1</h2>' });
  expect(html).toContain('<h1 class="level-1">书</h1>');
  expect(html).toContain('<h2 class="level-1">数学</h2><h3 id="model" class="level-2">4.1</h3>');
});

test('rules for titles are for what they were', () => {
  expect(levelSelectors('h1,.tag + :is(h2,h3)::after{x:y}@media print{h1{x:y}}.h1 #h2 :has(wbr){x:y}')).toBe(
    '.level-1,.tag + :is(.level-2,.level-3)::after{x:y}@media print{.level-1{x:y}}.h1 #h2 :has(wbr){x:y}',
  );
});
