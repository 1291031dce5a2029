import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsIn, listFiles, readPages, theElement, type DistPage } from './read-dist.ts';

describe.each(['plain', 'placed'] as const)('the whole book on one page, in the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  const pages = readPages(dist);
  const page = pageAt('print/index.html');
  const main = elementsIn(theElement(page, 'main'));
  const ids = main.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);

  function pageAt(file: string): DistPage {
    const found = pages.find((candidate) => candidate.file === file);
    if (!found) throw new Error(`There is no ${file}`);
    return found;
  }

  test('is not to be found by search engines, and is linked from the cover', () => {
    const robots = page.elements.find((element) => attribute(element, 'name') === 'robots');
    expect(robots && attribute(robots, 'content')).toBe('noindex');
    const sitemaps = listFiles(dist).filter((file) => /^sitemap.*\.xml$/.test(file));
    const listed = sitemaps.filter((file) => readFileSync(path.join(dist, file), 'utf8').includes('/print/'));
    expect(listed).toEqual([]);
    const links = pageAt('index.html').elements.map((element) => attribute(element, 'href'));
    expect(links).toContain(`${base}print/`);
  });

  test('has every title, note, figure, equation, source and term of the book', () => {
    const missing = bookPages().flatMap(({ file, elements }) =>
      elements
        .filter((element) => isPlace(element) && attribute(element, 'id') !== 'contents')
        .map((element) => attribute(element, 'id') ?? '')
        .filter((id) => !ids.includes(id) && !ids.includes(`${path.dirname(file)}-${id}`))
        .map((id) => `${file}#${id}`),
    );
    expect(missing).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1000);
  });

  test('leads to its own places, not to other pages', () => {
    const others = new Set(bookPages().map(({ file }) => `${base}${file.replace(/index\.html$/, '')}`));
    const links = main.map((element) => attribute(element, 'href')).filter((href) => href !== undefined);
    expect(links.filter((href) => others.has(href.replace(/#.*/, '')))).toEqual([]);
    const local = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
    expect(local.filter((id) => id !== 'main' && !ids.includes(id))).toEqual([]);
    expect(local.length).toBeGreaterThan(1000);
  });

  test('a link leads to what it leads to on its own page', () => {
    // The same name is a term of the glossary and a section.
    const terms = new Map(
      pageAt('glossary/index.html').elements.flatMap((element) => {
        const id = attribute(element, 'id');
        return element.tagName === 'div' && id ? [[id, toString(element)] as const] : [];
      }),
    );
    const byId = new Map(main.map((element) => [attribute(element, 'id'), element]));
    const links = main.filter((element) => attribute(element, 'className') === 'term');
    const led = links.map((link) => byId.get(attribute(link, 'href')?.slice(1)));
    expect(led.filter((element) => !element || ![...terms.values()].includes(toString(element)))).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
  });

  test('has its contents at the front, and its titles in one hierarchy', () => {
    const places = main.filter(
      (element) => attribute(element, 'id') === 'contents' || attribute(element, 'className') === 'part',
    );
    expect(places.map((element) => attribute(element, 'id'))).toEqual([
      'contents',
      'part-index',
      ...bookPages()
        .slice(1, -3)
        .map(({ file }) => `part-${path.dirname(file)}`),
      'part-closing',
      'part-errata',
      'part-glossary',
      'part-references',
    ]);
    const levels = main
      .filter(({ tagName }) => /^h\d$/.test(tagName))
      .map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  /** The cover, and what its contents lead to, in order. */
  function bookPages(): DistPage[] {
    const contents = pageAt('index.html').elements.find(
      (element) => attribute(element, 'className') === 'chapters',
    );
    const files = elementsIn(contents as Element)
      .map((element) => attribute(element, 'href') ?? '')
      .filter((href) => href.endsWith('/'))
      .map((href) => `${href.slice(base.length)}index.html`);
    return ['index.html', ...files].map(pageAt);
  }
});

function isPlace({ tagName, properties }: Element): boolean {
  if (properties['id'] === undefined) return false;
  return properties['dataNote'] !== undefined || /^(h[2-6]|figure|li|tr)$/.test(tagName);
}
