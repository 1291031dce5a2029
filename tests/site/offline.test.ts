import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Edition } from '../../src/client/offline/addresses.ts';
import { site } from '../../src/site.ts';
import { attribute, listFiles, readPages } from './read-dist.ts';

interface Manifest {
  [name: string]: unknown;
  icons: { src: string; sizes: string; purpose: string }[];
}

describe.each(['plain', 'placed'] as const)('%s', (name) => {
  const { dist, base } = inject('sites')[name];
  const read = (file: string): Buffer => readFileSync(path.join(dist, file));
  const [, list = ''] = /^const edition=(\{.*\});\n/.exec(read('sw.js').toString()) ?? [];
  const { files } = JSON.parse(list) as Edition;

  test('the worker keeps every page, face and file of the search, and nothing that is not for reading so', () => {
    const kept = listFiles(dist).filter(
      (file) =>
        /(^_astro|^search|^data)\/.*(?<!\.txt)$|^[^.]*\.(html|svg|webmanifest)$/.test(file) &&
        !/^(s|print)\//.test(file),
    );
    expect(kept.filter((file) => /\.(woff2|html|json)$/.test(file)).length).toBeGreaterThan(40);
    expect(Object.keys(files).sort()).toEqual(
      kept.map((file) => file.replace(/(^|\/)index\.html$/, '$1')).sort(),
    );
  });

  test('each with its hash', () => {
    const wrong = Object.entries(files).filter(([address, hash]) => {
      const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
      return createHash('sha256').update(read(file)).digest('hex') !== hash;
    });
    expect(wrong).toEqual([]);
  });

  test('the book can be installed: all addresses of its manifest are below its path, and its icons are there', () => {
    const manifest = JSON.parse(read('manifest.webmanifest').toString()) as Manifest;
    expect(manifest).toMatchObject({ id: base, start_url: base, scope: base, lang: 'zh-CN' });
    expect(manifest.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`)).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 512x512',
    ]);
    for (const { src, sizes } of [...manifest.icons, { src: `${base}app-icons/180.png`, sizes: '180x180' }]) {
      expect(src.startsWith(base)).toBe(true);
      const png = read(src.slice(base.length));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});

test('every page names the manifest and an icon, in the colours of the page', () => {
  const { dist } = inject('sites').plain;
  const pages = readPages(dist).filter(({ file }) => !file.startsWith('s/'));
  expect(pages.length).toBeGreaterThan(12);
  for (const { file, html, elements } of pages) {
    const links = elements.map((element) => attribute(element, 'rel'));
    expect(links, file).toEqual(expect.arrayContaining(['manifest', 'apple-touch-icon']));
    const { light, dark } = site.paper;
    expect(html.replaceAll(' ', ''), file).toContain(`--bg:light-dark(${light},${dark})`);
  }
  expect(existsSync(path.join(dist, 'favicon.svg'))).toBe(true);
});
