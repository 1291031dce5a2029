import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import drawDiagram from '../../src/diagrams/draw-diagram.ts';
import { createConfiguration } from '../../src/diagrams/theme/configuration.ts';
import { createThemeColours } from '../../src/diagrams/theme/theme-colours.ts';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { readDiagramLook } from '../../src/markdown/code/diagram-look.ts';

/*
 * Mermaid in Chromium, with the same configuration and font, is the judge of Mermaid in jsdom: what stands
 * where, and whether text stays in its box. The browser is a test's tool only, never the build's.
 */
const root = path.resolve(import.meta.dirname, '../..');
const diagrams = path.join(root, 'src/diagrams');
const origin = 'http://parity.test';
const family = 'Parity';
const look = readDiagramLook();
/** px by which a box may differ, and what rounding to a tenth of one adds. */
const tolerance = 1.05;

const sources: Record<string, () => Promise<string>> = {
  'the article': async () => {
    const article = await readFile(path.join(root, 'content/article/article.md'), 'utf8');
    return /```mermaid\n([\s\S]*?)```/.exec(article)?.[1] ?? '';
  },
  ...Object.fromEntries(
    ['flowchart', 'sequence', 'class', 'state', 'er', 'requirement', 'timeline', 'usecase'].map((name) => [
      name,
      () => readFile(path.join(root, `tests/fixtures/diagrams/chinese/${name}.mmd`), 'utf8'),
    ]),
  ),
};

interface Seen {
  texts: { text: string; box: Box }[];
  shapes: { name: string; box: Box }[];
  escapes: string[];
}
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

describe('diagrams drawn without a browser, beside Chromium', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    await servePage(page);
    await page.goto(`${origin}/`);
    await page.waitForFunction('window.ready');
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(Object.keys(sources))('%s', async (name) => {
    const source = (await sources[name]?.()) ?? '';
    const result = await drawDiagram({ source, title: 'T', description: 'D', ...look });
    if ('fault' in result) throw new Error(result.fault.reason);
    const ours = await measure(page, result.diagram.svg);
    const theirs = await measure(page, await renderInChromium(page, source));

    expect(ours.texts.length).toBeGreaterThan(0);
    expect(ours.shapes.length).toBeGreaterThan(0);
    expect(differences(ours, theirs)).toEqual([]);
    expect(ours.escapes).toEqual([]);
  });
});

/** Serves the page that Mermaid runs in: its bundle, the font, and our line breaking and random numbers. */
async function servePage(page: Page): Promise<void> {
  const bundle = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');
  const module = async (file: string): Promise<string> =>
    stripTypeScriptTypes(await readFile(path.join(diagrams, file), 'utf8'));
  const faces = Object.keys(look.fonts).map(
    (weight) => `@font-face{font-family:${family};font-weight:${weight};src:url(/${weight}.ttf)}`,
  );
  const html = `<!doctype html><html lang="zh"><style>${faces.join('')} :root{--sans:${family}}
    body{font-family:${family}} body,body *{text-autospace:no-autospace;text-spacing-trim:space-all}
    ${await readFile(path.join(root, 'src/layouts/styles/diagram.css'), 'utf8')}</style><body>
    <script src="/mermaid.js"></script>
    <script type="module">
      import { ChineseSegmenter } from '/line-breaking.js';
      import { createSeededRandom } from '/seeded-random.js';
      Intl.Segmenter = ChineseSegmenter;
      window.createSeededRandom = createSeededRandom;
      await Promise.all([400, 600, 700].map((weight) => document.fonts.load(weight + ' 15px ${family}', '中a')));
      window.ready = true;
    </script>`;
  const files: Record<string, { body: string | Buffer; contentType: string }> = {
    '/': { body: html, contentType: 'text/html; charset=utf-8' },
    '/mermaid.js': { body: await readFile(bundle), contentType: 'text/javascript' },
    '/line-breaking.js': { body: await module('mermaid/line-breaking.ts'), contentType: 'text/javascript' },
    '/seeded-random.js': { body: await module('mermaid/seeded-random.ts'), contentType: 'text/javascript' },
  };
  for (const [weight, file] of Object.entries(look.fonts)) {
    files[`/${weight}.ttf`] = { body: await readFile(file), contentType: 'font/ttf' };
  }
  await page.route(`${origin}/**`, async (route) => {
    const file = files[new URL(route.request().url()).pathname];
    await route.fulfill(file ?? { status: 404 });
  });
}

async function renderInChromium(page: Page, source: string): Promise<string> {
  const configuration = JSON.stringify(
    createConfiguration(createThemeColours(look.palette, 'light')),
  ).replaceAll('sans-serif', family);
  return page.evaluate(
    async ({ configuration, source }) => {
      const { mermaid, createSeededRandom } = window as unknown as {
        mermaid: { initialize(c: unknown): void; render(id: string, s: string): Promise<{ svg: string }> };
        createSeededRandom(): () => number;
      };
      mermaid.initialize(JSON.parse(configuration));
      Math.random = createSeededRandom();
      return (await mermaid.render('diagram', source)).svg;
    },
    { configuration, source },
  );
}

/** Puts a drawing on the page and reads what stands where, in the drawing's own units. */
async function measure(page: Page, svg: string): Promise<Seen> {
  return page.evaluate((markup) => {
    document.querySelector('.diagram')?.remove();
    const holder = document.createElement('div');
    holder.className = 'diagram';
    holder.innerHTML = markup;
    document.body.append(holder);
    const root = holder.querySelector('svg');
    if (!root) throw new Error('There is no drawing.');
    const fromScreen = root.getScreenCTM()?.inverse();

    const boxOf = (element: SVGGraphicsElement): Box => {
      const { x, y, width, height } = element.getBBox();
      const matrix = fromScreen?.multiply(element.getScreenCTM() ?? new DOMMatrix());
      const corners = [
        [x, y],
        [x + width, y],
        [x, y + height],
        [x + width, y + height],
      ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
      const xs = corners.map((corner) => corner.x);
      const ys = corners.map((corner) => corner.y);
      const [left, top] = [Math.min(...xs), Math.min(...ys)];
      return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
    };
    const drawn = (selector: string): SVGGraphicsElement[] =>
      [...root.querySelectorAll<SVGGraphicsElement>(selector)].filter(
        (element) => !element.closest('defs, marker, symbol') && element.getClientRects().length > 0,
      );
    const texts = drawn('text')
      .filter((element) => element.textContent.trim())
      .map((element) => ({ text: element.textContent.replace(/\s+/g, ''), box: boxOf(element) }));
    const shapes = drawn('rect, circle, ellipse, polygon, path').map((element) => ({
      element,
      name: element.localName,
      box: boxOf(element),
    }));

    const isInside = (inner: Box, outer: Box, slack: number): boolean =>
      inner.x >= outer.x - slack &&
      inner.y >= outer.y - slack &&
      inner.x + inner.width <= outer.x + outer.width + slack &&
      inner.y + inner.height <= outer.y + outer.height + slack;
    const escapes = texts
      .filter(({ box }) => {
        const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0, height: 0 };
        const around = shapes
          .filter(
            (shape) => getComputedStyle(shape.element).fill !== 'none' && isInside(centre, shape.box, 0),
          )
          .sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height);
        return around[0] && !isInside(box, around[0].box, 1);
      })
      .map(({ text }) => text);
    return { texts, shapes: shapes.map(({ name, box }) => ({ name, box })), escapes };
  }, svg);
}

/** What we draw that Chromium draws elsewhere, in another size, or not at all. */
function differences(ours: Seen, theirs: Seen): string[] {
  const describeBox = ({ x, y, width, height }: Box): string =>
    [x, y, width, height].map((value) => value.toFixed(2)).join(' ');
  const distance = (a: Box, b: Box): number =>
    Math.max(
      Math.abs(a.x - b.x),
      Math.abs(a.y - b.y),
      Math.abs(a.x + a.width - b.x - b.width),
      Math.abs(a.y + a.height - b.y - b.height),
    );
  const missing = (label: string, box: Box, candidates: Box[]): string[] => {
    const [nearest] = candidates.toSorted((a, b) => distance(a, box) - distance(b, box));
    if (nearest && distance(nearest, box) <= tolerance) return [];
    return [`${label}: ${describeBox(box)}, in Chromium ${nearest ? describeBox(nearest) : 'absent'}`];
  };
  return [
    ...ours.texts.flatMap(({ text, box }) =>
      missing(
        `“${text}”`,
        box,
        theirs.texts.filter((other) => other.text === text).map((other) => other.box),
      ),
    ),
    ...ours.shapes.flatMap(({ name, box }) =>
      missing(
        name,
        box,
        theirs.shapes.filter((other) => other.name === name).map((other) => other.box),
      ),
    ),
  ];
}
