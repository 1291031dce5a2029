import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, listFiles, readPages, theElement, type DistPage } from './read-dist.ts';

/** A `@font-face` of a page. */
interface Declared {
  family: string;
  weight: string;
  style: string;
  display: string;
  /** Address as written. */
  url: string;
  /** Undefined for all characters. */
  range: Set<number> | undefined;
}

describe.each(['plain', 'placed'] as const)('the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  const pages = readPages(dist);
  const fonts = listFiles(dist).filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file));

  test('ships woff2 only, beside its licence, and only what a page declares', () => {
    const declared = new Set(pages.flatMap(facesOf).map(({ url }) => url));
    expect(fonts.map((file) => base + file)).toEqual([...declared].sort());
    expect(fonts.filter((file) => !/^_astro\/edition-[\w-]+\.[0-9a-f]{10}\.woff2$/.test(file))).toEqual([]);
    const licence = readFileSync(path.join(dist, '_astro/fonts-licence.txt'), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(licence).toContain('with Reserved Font Name KaTeX_Main.');
    expect(licence).toContain('Adobe');
  });

  test('names no font as it was called before it was cut, and leaves its copyright', () => {
    const records = fonts.map((file) => open(dist, file).name.records);
    expect(records.filter((record) => /KaTeX|Noto/.test(JSON.stringify(record)))).toEqual([]);
    expect(records.filter(({ copyright }) => !/Adobe|Khan/.test(JSON.stringify(copyright)))).toEqual([]);
  });

  test('lets no page load more than 32 KiB for its titles', () => {
    const sizes = pages.map((page) =>
      facesOf(page)
        .filter(({ family }) => family === 'Edition Serif')
        .map(({ url }) => readFileSync(fileOf(dist, base, url)).length),
    );
    expect(Math.max(...sizes.map(([core = 0]) => core))).toBeLessThanOrEqual(32 * 1024);
    expect(Math.min(...sizes.map(([core = 0]) => core))).toBeGreaterThan(1024);
  });

  test.each(pages.map((page) => [page.file, page] as const))('%s', (_, page) => {
    const faces = facesOf(page);
    const title = faces.filter(({ family }) => family === 'Edition Serif');
    expect(faces.filter(({ display }) => display !== 'swap')).toEqual([]);

    // Each character of a title stands in exactly one of the files that the page declares.
    const coverage = title.map(({ url, range }) => {
      const has = new Set(open(dist, fileOf(dist, base, url, true)).characterSet);
      return { has, range: range ?? has };
    });
    const wanted = [...new Set(displayText(page))].filter((character) => !/\s|\p{Cf}/u.test(character));
    expect(wanted.length).toBeGreaterThan(10);
    const wrong = wanted.filter((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      const covering = coverage.filter(({ range }) => range.has(codePoint));
      return covering.length !== 1 || !covering[0]?.has.has(codePoint);
    });
    expect(wrong).toEqual([]);

    // What all pages share is asked for first; nothing else is.
    const preloads = page.elements.filter((element) => attribute(element, 'as') === 'font');
    expect(preloads.map((link) => attribute(link, 'href'))).toEqual([title[0]?.url]);
    expect(preloads.map(({ properties }) => properties['crossOrigin'])).toEqual(['']);

    // Faces of formulas are declared where there are formulas, and each is one that its rules name.
    const formulas = page.elements.some((element) => attribute(element, 'className') === 'katex-html');
    const others = faces.filter(({ family }) => family !== 'Edition Serif').map(({ family }) => family);
    expect(others.length > 0).toBe(formulas);
    const rules = stylesOf(page).replace(/@font-face\{[^}]*\}/g, '');
    expect(others.filter((family) => !rules.includes(family))).toEqual([]);
  });

  test.each(pages.map((page) => [page.file, page] as const))('%s: every glyph of its formulas', (_, page) => {
    const faces = new Map(facesOf(page).map((face) => [`${face.family} ${face.weight} ${face.style}`, face]));
    const used = formulaText(page);
    const declared = [...faces.keys()].filter((face) => !face.startsWith('Edition Serif'));
    expect(declared.sort()).toEqual([...used.keys()].sort());
    const missing = [...used].flatMap(([face, characters]) => {
      const has = new Set(open(dist, fileOf(dist, base, faces.get(face)?.url ?? '', true)).characterSet);
      return [...characters].filter((character) => !has.has(character.codePointAt(0) ?? 0));
    });
    // In the font of no formula: the page takes it from another, as KaTeX means it to.
    expect(missing.filter((character) => !/[\u200B\p{Script=Han}，。]/u.test(character))).toEqual([]);
  });
});

function stylesOf({ elements }: DistPage): string {
  return elements
    .filter(({ tagName }) => tagName === 'style')
    .map((style) => toString(style))
    .join('');
}

function facesOf(page: DistPage): Declared[] {
  return [...stylesOf(page).matchAll(/@font-face\{([^}]*)\}/g)].map(([, body = '']) => {
    const value = (property: string): string => new RegExp(`${property}:([^;]*)`).exec(body)?.[1] ?? '';
    return {
      family: value('font-family'),
      weight: value('font-weight'),
      style: value('font-style'),
      display: value('font-display'),
      url: /url\(([^)]*)\)/.exec(body)?.[1] ?? '',
      range: value('unicode-range') ? rangeOf(value('unicode-range')) : undefined,
    };
  });
}

function rangeOf(range: string): Set<number> {
  return new Set(
    range.split(',').flatMap((part) => {
      const [first = 0, last = first] = part
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

function fileOf(dist: string, base: string, url: string, relative = false): string {
  const file = url.slice(base.length);
  return relative ? file : path.join(dist, file);
}

function open(dist: string, file: string): ReturnType<typeof create> {
  return create(readFileSync(path.join(dist, file)));
}

/** The text of what the site's design sets in its own face: titles, labels, numerals. No style sheet is asked. */
function displayText(page: DistPage): string {
  const elements = elementsIn(theElement(page, 'body'));
  const has = (element: Element, name: string): boolean =>
    (attribute(element, 'className') ?? '').split(' ').includes(name);
  // A question is set as text is; only its number is a title's.
  const questions = new Set(elements.filter(({ tagName }) => tagName === 'summary').flatMap(elementsIn));
  return elements
    .filter(
      (element) =>
        (['h1', 'h2'].includes(element.tagName) && !questions.has(element)) ||
        ['kicker', 'brand', 'seal', 'ornament', 'number', 'tag', 'verdict'].some((name) =>
          has(element, name),
        ),
    )
    .map((element) => toString(element))
    .join('');
}

/** What formulas show, by face: KaTeX's classes say which. */
function formulaText(page: DistPage): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  function walk(node: Nodes, face: string): void {
    if (node.type === 'text') {
      const text = node.value.replace(/[\s\u200B]/g, '');
      if (text) found.set(face, new Set([...(found.get(face) ?? []), ...text]));
    } else if ('children' in node) {
      const inner = node.type === 'element' ? faceOf(node, face) : face;
      for (const child of node.children) walk(child, inner);
    }
  }
  for (const element of page.elements)
    if (attribute(element, 'className') === 'katex-html') walk(element, 'Edition Main 400 normal');
  return found;
}

function faceOf(element: Element, outer: string): string {
  const classes = new Set((attribute(element, 'className') ?? '').split(' '));
  if (classes.has('mathnormal')) return 'Edition Math 400 italic';
  if (classes.has('boldsymbol')) return 'Edition Math 700 italic';
  if (classes.has('mathbf')) return 'Edition Main 700 normal';
  if (classes.has('mathcal')) return 'Edition Caligraphic 400 normal';
  if (['amsrm', 'mathbb', 'textbb'].some((name) => classes.has(name))) return 'Edition AMS 400 normal';
  const size = [...classes].find((name) => /^size[1-4]$/.test(name))?.slice(-1);
  if (classes.has('delimsizing') && size) return `Edition Size${size} 400 normal`;
  const operator = classes.has('small-op') ? '1' : classes.has('large-op') ? '2' : undefined;
  if (classes.has('op-symbol') && operator) return `Edition Size${operator} 400 normal`;
  const part = [...classes].find((name) => /^delim-size[1-4]$/.test(name))?.slice(-1);
  if (part) return `Edition Size${part} 400 normal`;
  return outer;
}
