import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { toString } from 'hast-util-to-string';
import { describe, expect, inject, test } from 'vitest';
import { formatRun } from '../../src/book/runs/format-run.ts';
import { attribute, elementsIn, listFiles, readPages, type DistPage } from './read-dist.ts';
import { runValue } from '../unit/read-lab.ts';

const { dist } = inject('sites').plain;
const pages = readPages(dist);
const size = (file: string) => brotliCompressSync(readFileSync(path.join(dist, file))).length;
const find = (pattern: RegExp) => listFiles(dist).filter((file) => pattern.test(file));

test('what can be tried out costs a page 400 bytes before, and 12 KB in all', () => {
  const [loader, ...others] = find(/^_astro\/Lab\..*\.js$/);
  expect(others).toEqual([]);
  expect(size(loader ?? '')).toBeLessThanOrEqual(400);
  const parts = find(/^_astro\/(backprop|regression|lab)-[^/]*\.(js|css)$/);
  expect(parts.map((file) => file.replace(/^_astro\/(\w+)-.*(\.\w+)$/, '$1$2'))).toEqual([
    'backprop.js',
    'lab.css',
    'regression.js',
  ]);
  const bytes = [loader ?? '', ...parts].map(size).reduce((sum, one) => sum + one, 0);
  expect(bytes).toBeGreaterThan(4000);
  expect(bytes).toBeLessThanOrEqual(12 * 1024);
});

test('no page names the parts that are loaded later, and none carries their styles', () => {
  for (const { file, html } of pages)
    expect(html, file).not.toMatch(/(backprop|regression|lab)-[\w-]+\.(js|css)/);
  expect(pages.filter(({ html }) => html.includes('.lab-matrix')).map(({ file }) => file)).toEqual([]);
});

function pageOf(file: string): DistPage {
  const page = pages.find((one) => one.file === file);
  if (!page) throw new Error(`There is no ${file}.`);
  return page;
}

function rowsBelow(page: DistPage, id: string): string[][] {
  const figure = page.elements.find(({ properties }) => properties['id'] === id);
  if (!figure) throw new Error(`${page.file} has no #${id}.`);
  return elementsIn(figure)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) =>
      elementsIn(row)
        .filter(({ tagName }) => /^t[dh]$/.test(tagName))
        .map((cell) => toString(cell)),
    );
}

describe('numbers of the page are those of the lab', () => {
  test('what was run on many data sets', () => {
    const rows = rowsBelow(pageOf('practice/index.html'), 'tab-results').slice(1);
    const say = (name: string, as: string) => formatRun(runValue(`descents ${name}`), as);
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      ['batches', 'literal', 'faster', 'solution'].map((name) => [
        name === 'solution' ? '无' : say(`${name}-updates`, '0'),
        ['w1', 'w2', 'b'].map((weight) => say(`${name}-${weight}`, '0.000')).join('、'),
        say(`${name}-training`, '0.0000'),
        say(`${name}-fresh`, '0.0000'),
      ]),
    );
  });

  test('the table of rates', () => {
    const rows = rowsBelow(pageOf('maths/index.html'), 'tab-rates').slice(1);
    expect(rows.map(([, slowest, steepest]) => [slowest, steepest])).toEqual(
      ['0.01', '0.1', '0.5', 'best', '0.7', '1'].map((rate) =>
        ['slowest', 'steepest'].map((end) => formatRun(runValue(`rates ${rate}-${end}`), '0.0000')),
      ),
    );
  });

  test('each figure is described, and has its data in a table', () => {
    const ids = { maths: ['fig-readings', 'fig-xor'], practice: ['fig-losses', 'fig-paths'] };
    for (const [name, figures] of Object.entries(ids))
      for (const id of figures) {
        const page = pageOf(`${name}/index.html`);
        expect(rowsBelow(page, id).length, id).toBeGreaterThan(5);
        const figure = page.elements.find(({ properties }) => properties['id'] === id);
        const inside = figure ? elementsIn(figure) : [];
        const drawing = inside.find(({ tagName }) => tagName === 'svg');
        expect(drawing && attribute(drawing, 'role'), id).toBe('img');
        expect(
          inside
            .filter(({ tagName }) => /^(title|desc)$/.test(tagName))
            .map((one) => toString(one).length > 5),
          id,
        ).toEqual([true, true]);
      }
  });
});
