import { expect, test } from 'vitest';
import { parsePage, writeHtml } from '../../../../src/build/html.ts';
import type { Part } from '../../../../src/exports/book.ts';
import { joinParts } from '../../../../src/exports/print/join-parts.ts';
import { levelSelectors } from '../../../../src/exports/print/level-selectors.ts';

const opening =
  '<div data-is="opening"><h1>书</h1></div>' +
  '<nav data-is="contents"><h2 id="contents">目录</h2><a href="/a/maths/#model">4.1</a></nav>';

/** The `<main>` of a page for print that holds pages, by the names of their parts. */
function join(pages: Record<string, string>): string {
  const parts = Object.entries({ index: opening, ...pages }).map(([name, html]) => {
    const front = name === 'index';
    const part: Part = {
      ...{ name, file: `${name}/index.html`, address: front ? '/a/' : `/a/${name}/` },
      ...{ place: front ? 'front' : 'chapter', numeral: '', mark: '', title: name },
    };
    return { part, print: `<section class="part" id="part-${name}">${html}</section>` };
  });
  const printed = parts.map(({ part: { name }, print }) => ({ name, print }));
  const page = parsePage('<main><p>…</p></main>');
  joinParts(page, printed, {
    ...{ base: '/a/', origin: 'https://book.example', closing: [], date: undefined },
    parts: parts.map(({ part }) => part),
  });
  return writeHtml(page);
}

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
