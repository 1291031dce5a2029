import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, readPages, theElement } from './read-dist.ts';

const { plain, again, placed } = inject('sites');
const bytesIn = (dist: string): Buffer => readFileSync(path.join(dist, 'book.epub'));
const files = unzipSync(bytesIn(plain.dist));
const textOf = (name: string): string => strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
const documents = Object.keys(files).filter((name) => name.endsWith('.xhtml'));
const elementsOf = (name: string): Element[] =>
  // HTML's parser would put what follows an empty element into it.
  elementsIn(
    fromHtml(strFromU8(files[name] ?? new Uint8Array()).replace(/<(\w+)([^<>]*?) \/>/g, '<$1$2></$1>')),
  );

test.each([
  ['plain', plain],
  ['placed', placed],
] as const)('the EPUB of the build "%s" is valid, without a warning', async (_, { dist }) => {
  const { valid, messages } = await EpubCheck.validate(bytesIn(dist));
  expect(messages.filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity))).toEqual([]);
  expect(valid).toBe(true);
});

test('begins with its type, uncompressed, and is the same in every time zone', () => {
  const bytes = bytesIn(plain.dist);
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  expect(bytesIn(again.dist).equals(bytes)).toBe(true);
});

describe.each(
  readPages(plain.dist)
    .filter(({ file }) => files[`EPUB/${path.dirname(file)}.xhtml`])
    .map((page) => [path.dirname(page.file), page] as const),
)('%s', (name, page) => {
  const main = elementsIn(theElement(page, 'main'));
  const inside = elementsOf(`EPUB/${name}.xhtml`);
  const count = (elements: Element[], wanted: (element: Element) => boolean): number =>
    elements.filter(wanted).length;
  const hasClass =
    (wanted: string) =>
    (element: Element): boolean =>
      attribute(element, 'className')?.split(' ').includes(wanted) ?? false;

  // KaTeX draws long signs too.
  const isDrawing = (element: Element): boolean =>
    element.tagName === 'svg' && attribute(element, 'role') === 'img';

  test('has every id of its page', () => {
    const ids = new Set(inside.map((element) => attribute(element, 'id')));
    const own = main.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    const switches = ['main', 'reading-edition', 'reading-article', 'reading-collation'];
    expect(own.filter((id) => !ids.has(id) && !switches.includes(id))).toEqual([]);
  });

  test('has its formulas as MathML, its drawings as SVG, its notes as footnotes', () => {
    // Powers of numbers alone are text, with a superscript.
    const formulas = count(inside, ({ tagName }) => tagName === 'math');
    const powers = inside.filter(
      ({ tagName, children: [, raised] }) =>
        tagName === 'span' &&
        raised?.type === 'element' &&
        raised.tagName === 'sup' &&
        /^[−\d]/.test(toString(raised)),
    );
    expect(formulas + powers.length).toBe(count(main, ({ tagName }) => tagName === 'math'));
    expect(
      count(inside, hasClass('katex-html')) + count(inside, ({ tagName }) => tagName === 'annotation'),
    ).toBe(0);
    expect(count(inside, isDrawing)).toBe(count(main, isDrawing));
    const footnotes = inside.filter((element) => attribute(element, 'role') === 'doc-footnote');
    expect(footnotes.length).toBe(count(main, hasClass('note')));
    expect(footnotes.filter((note) => attribute(note, 'epub:type') !== 'footnote')).toEqual([]);
    const references = inside.filter((element) => attribute(element, 'role') === 'doc-noteref');
    expect(references.length).toBeGreaterThanOrEqual(footnotes.length);
  });

  test('has the words of its page, and nothing that only a screen needs', () => {
    const words = (element: Element): string => toString(element).replace(/[\s\u200b\u2060]+/g, '');
    const shown = new Set(inside.map(words));
    const paragraphs = main.filter(
      (element) =>
        element.tagName === 'p' &&
        !elementsIn(element).some((inner) => hasClass('katex')(inner) || hasClass('unseen')(inner)) &&
        !hasClass('back')(element) &&
        !hasClass('file')(element),
    );
    expect(paragraphs.map(words).filter((paragraph) => !shown.has(paragraph))).toEqual([]);
    const interfaces = ['script', 'button', 'input', 'details', 'fieldset'];
    expect(inside.filter(({ tagName }) => interfaces.includes(tagName))).toEqual([]);
  });
});

test('leads within itself: no link names the site, none a page of it', () => {
  const links = documents.flatMap((name) => elementsOf(name).map((element) => attribute(element, 'href')));
  const own = links.filter((href) => href !== undefined && !/^https?:/.test(href));
  expect(own.filter((href) => href?.startsWith('/'))).toEqual([]);
  expect(own.length).toBeGreaterThan(1000);
});

test('its contents have every section that the contents of the cover have', () => {
  const cover = readPages(plain.dist).find(({ file }) => file === 'index.html');
  const contents = cover?.elements.find((element) => attribute(element, 'className') === 'chapters');
  const wanted = elementsIn(contents as Element)
    .map((element) => attribute(element, 'href'))
    .filter((href) => href !== undefined)
    .map((href) => href.replace(/^\/([\w-]+)\//, '$1.xhtml'));
  const had = elementsOf('EPUB/nav.xhtml').map((element) => attribute(element, 'href'));
  expect(wanted.filter((href) => !had.includes(href))).toEqual([]);
  expect(wanted.length).toBeGreaterThan(50);
});

test('takes its colours from the site, and no custom property', () => {
  const css = textOf('book.css');
  // What is dark the reading system decides, not the system that it runs on.
  expect(css).not.toContain('prefers-color-scheme');
  expect(documents.filter((name) => strFromU8(files[name] ?? new Uint8Array()).includes('var(--'))).toEqual(
    [],
  );
  const painted = documents.flatMap(
    (name) => strFromU8(files[name] ?? new Uint8Array()).match(/(?:fill|stroke)-[a-z]+\d?(?=[ "])/g) ?? [],
  );
  const classes = new Set(
    painted.filter((name) => !/^stroke-(width|linecap|linejoin|dasharray)$/.test(name)),
  );
  expect([...classes].filter((name) => !css.includes(`.${name} {`))).toEqual([]);
  expect(classes.size).toBeGreaterThan(5);
});

test('the cover links to it, and says how large it is', () => {
  const cover = readPages(plain.dist).find(({ file }) => file === 'index.html');
  const links = cover?.elements.map((element) => attribute(element, 'href'));
  expect(links).toContain('/book.epub');
  const size = cover?.elements.find((element) => attribute(element, 'dataSizeOf') === 'book.epub');
  const kilobytes = Math.ceil(bytesIn(plain.dist).length / 1024);
  expect(size && toString(size)).toBe(`（${kilobytes}\u00a0KB）`);
});

test('is as new as the last look at a source', () => {
  const text = toString(
    theElement(readPages(plain.dist).find(({ file }) => file === 'references/index.html') as never, 'main'),
  );
  const days = [...text.matchAll(/\[(\d{4}-\d{2}-\d{2})\]/g)].map(([, day = '']) => day).sort();
  expect(textOf('package.opf')).toContain(
    `<meta property="dcterms:modified">${days.at(-1)}T00:00:00Z</meta>`,
  );
});
