import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { attribute, listFiles, readPages, readSectionPages, type DistPage } from './read-dist.ts';

describe.each(['plain', 'placed'] as const)('the build "%s"', (name) => {
  const { dist, base } = inject('sites')[name];
  const host = name === 'placed' ? 'https://book.example' : 'http://site.invalid';
  const pages = [...readPages(dist), ...readSectionPages(dist)];
  const sheets = listFiles(dist).filter((file) => file.endsWith('.css'));
  const addresses = [
    ...pages.flatMap((page) => addressesOf(page, host + base)),
    ...sheets.flatMap((file) =>
      urlsInCss(readFileSync(path.join(dist, file), 'utf8')).map((url) => ({
        file,
        url: new URL(url, host + base + file),
        follows: false,
      })),
    ),
  ];
  const here = addresses.filter(({ url }) => url.origin === host);

  test('has links at all', () => {
    expect(here.length).toBeGreaterThan(1000);
  });

  test('has no link, asset or fragment outside of its path', () => {
    expect(here.filter(({ url }) => !url.pathname.startsWith(base)).map(describeAddress)).toEqual([]);
  });

  test('has no dead link and no missing file', () => {
    expect(here.filter(({ url }) => !existsSync(fileOf(url))).map(describeAddress)).toEqual([]);
  });

  test('has no dead fragment', () => {
    const ids = new Map(pages.map((page) => [path.join(dist, page.file), idsOf(page)]));
    const dead = here.filter(
      ({ url }) => url.hash && !ids.get(fileOf(url))?.includes(decodeURIComponent(url.hash.slice(1))),
    );
    expect(dead.map(describeAddress)).toEqual([]);
  });

  test('uses no id twice on a page', () => {
    const twice = pages.flatMap((page) => {
      const ids = idsOf(page);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.file}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const elsewhere = addresses.filter(({ url, follows }) => url.origin !== host && !follows);
    expect(elsewhere.map(describeAddress)).toEqual([]);
    const texts = [...pages.map(({ file }) => file), ...sheets].map((file) =>
      readFileSync(path.join(dist, file), 'utf8'),
    );
    const imports = /@import\s+["'](?:[a-z]+:)?\/\/[^"']+/gi;
    expect(texts.flatMap((text) => text.match(imports) ?? [])).toEqual([]);
  });

  test('names its section ids in short ASCII', () => {
    const sections = pages.flatMap(({ elements }) =>
      elements.filter(({ tagName }) => /^h[2-6]$/.test(tagName)),
    );
    const ids = sections.map((section) => attribute(section, 'id')).filter((id) => id !== undefined);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40)).toEqual([]);
  });

  function fileOf(url: URL): string {
    const relative = decodeURIComponent(url.pathname.slice(base.length));
    return path.join(dist, relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative);
  }
});

interface Named {
  file: string;
  url: URL;
  /** A reader follows it; the browser does not load it. */
  follows: boolean;
}

function addressesOf({ file, elements }: DistPage, root: string): Named[] {
  const page = new URL(file.replace(/index\.html$/, ''), root);
  return elements.flatMap((element) => {
    const { tagName } = element;
    const rel = attribute(element, 'rel') ?? '';
    const follows =
      tagName === 'a' || (tagName === 'link' && /^(canonical|alternate|license|next|prev)$/.test(rel));
    const said = ['href', 'src', 'poster', 'data', 'xLinkHref'].map((name) => attribute(element, name));
    const sets = (attribute(element, 'srcSet') ?? '')
      .split(',')
      .map((part) => part.trim().split(/\s/)[0] || undefined);
    const css = urlsInCss(
      tagName === 'style' ? toString(element) : Object.values(element.properties).join(' '),
    );
    return [...said, ...sets, ...css]
      .filter((address) => address !== undefined)
      .map((address) => ({ file, url: new URL(address, page), follows }))
      .filter(({ url }) => /^https?:$/.test(url.protocol));
  });
}

function urlsInCss(css: string): string[] {
  return [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = '']) => url);
}

function idsOf({ elements }: DistPage): string[] {
  return elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
}

function describeAddress({ file, url }: Named): string {
  return `${file}: ${url.href}`;
}
