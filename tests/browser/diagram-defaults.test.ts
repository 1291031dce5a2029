import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { diagramData } from '@mermaid-js/examples';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import drawDiagram from '../../src/diagrams/draw-diagram.ts';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { readDiagramLook } from '../../src/markdown/code/diagram-look.ts';

/*
 * Mermaid as it comes, in Chromium, is the judge of what a diagram says: every label that it draws is in ours too, can be
 * read in both themes, and stands within the drawing. A few in a test run; Mermaid's examples and our fixtures too with
 * `DIAGRAMS=all`, and the `.mmd` files of a folder with `DIAGRAMS=folder`.
 */
const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'tests/fixtures/diagrams/chinese');
const look = readDiagramLook();

const few = [
  ['labels', 'flowchart LR\n A["x -> y"] -->|">= 50 分"| B["<b>a</b> > b &amp; #quot;c#quot;"]\n subgraph G["`**粗** ~~x~~`"]\n B\n end\n style G fill:#1a237e,color:#fff'], // prettier-ignore
  ['fills', 'sequenceDiagram\n box Frontend\n participant A\n end\n rect rgb(235, 248, 255)\n A->>B: 浅底\n end\n rect rgb(40, 44, 52)\n B->>A: 深底\n end'], // prettier-ignore
  ['tables', 'erDiagram\n 课程 {\n string 编号 PK "主键"\n string 名称\n }\n style 课程 fill:#005D7B'],
  [
    'names',
    'graph TD\n A[紫]-->B[绿]\n style A fill:purple\n style B fill:lightyellow\n linkStyle 0 stroke:#111',
  ],
  ['members', 'classDiagram\n class A {\n -sync[Domain]() List~int~\n }\n A --> B : `x`'],
] as const;
const examples = diagramData.flatMap(({ id, examples }) =>
  examples.map(({ title, code }) => [`${id}: ${title}`, code] as const),
);
const filesIn = (folder: string): (readonly [name: string, source: string])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mmd'))
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
const wanted = process.env['DIAGRAMS'];
const more = wanted === 'all' ? [...examples, ...filesIn(fixtures)] : wanted ? filesIn(wanted) : [];

interface Label {
  text: string;
  /** Contrast in light and in dark. */
  contrasts: number[];
  isOutside: boolean;
}

describe("diagrams, beside Mermaid's own", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    const colours = Object.values(look.palette).map(
      ({ name, light, dark }) => `--${name}:light-dark(${light},${dark})`,
    );
    const sheet = await readFile(path.join(root, 'src/layouts/styles/diagram.css'), 'utf8');
    await page.setContent(
      `<!doctype html><html lang="zh"><style>:root{${colours.join(';')}} body{background:var(--bg)}${sheet}</style><body>`,
    );
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each([...few, ...more])('%s', async (_, source) => {
    const result = await drawDiagram({ source, title: 'T', description: 'D', ...look });
    if ('fault' in result) {
      expect(result.fault.rule).toBe('diagram-undrawable');
      return;
    }
    const ours = await readLabels(page, result.diagram.svg);
    const drawn = ours.map(({ text }) => text).join('\n');
    const lost = (await labelsOfMermaid(page, source)).filter((text) => !drawn.includes(text));
    const faint = ours.filter(({ contrasts }) => contrasts.some((contrast) => contrast < 4.49));
    expect({ lost, faint, outside: ours.filter(({ isOutside }) => isOutside) }).toEqual({ lost: [], faint: [], outside: [] }); // prettier-ignore
  });
});

/** What Mermaid draws with its own settings, without the dates of axes, of which we leave some out. */
async function labelsOfMermaid(page: Page, source: string): Promise<string[]> {
  return page.evaluate(async (source) => {
    const { mermaid } = window as unknown as {
      mermaid: { initialize(c: unknown): void; render(id: string, s: string): Promise<{ svg: string }> };
    };
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', suppressErrorRendering: true });
    const holder = document.createElement('div');
    holder.innerHTML = (await mermaid.render('theirs', source)).svg;
    for (const element of holder.querySelectorAll('style, title, desc, .tick, switch > text'))
      element.remove();
    for (const element of holder.querySelectorAll('br')) element.replaceWith(' ');
    const texts = [...holder.querySelectorAll('text, foreignObject')].map(({ textContent }) => textContent);
    return texts.flatMap((text) => text.split(/[\s-]+/).filter(Boolean));
  }, source);
}

async function readLabels(page: Page, svg: string): Promise<Label[]> {
  return page.evaluate((markup) => {
    document.body.innerHTML = `<div class="diagram">${markup}</div>`;
    const drawing = document.querySelector('.diagram > svg');
    if (!drawing) throw new Error('There is no drawing.');
    type Colour = [number, number, number, number];
    const parse = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const over = (top: Colour, opacity: number, ground: Colour): Colour =>
      [0, 1, 2].map((i) => (top[i] ?? 0) * top[3] * opacity + (ground[i] ?? 0) * (1 - top[3] * opacity)).concat(1) as Colour; // prettier-ignore
    const opacityOf = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
    const luminance = (colour: Colour): number => {
      const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrastOf = (text: Element): number => {
      const { left, top, width, height } = text.getBoundingClientRect();
      const inks = [...text.querySelectorAll('tspan'), text].filter((part) =>
        [...part.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      );
      const ground = document
        .elementsFromPoint(left + width / 2, top + height / 2)
        .filter((element) =>
          element.matches(
            '.diagram rect, .diagram path, .diagram circle, .diagram ellipse, .diagram polygon',
          ),
        ) // prettier-ignore
        .filter((element) => element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
        .reduceRight(
          (below, element) => {
            const { fill, fillOpacity } = getComputedStyle(element);
            return fill === 'none'
              ? below
              : over(parse(fill), Number(fillOpacity) * opacityOf(element), below);
          },
          parse(getComputedStyle(document.body).backgroundColor),
        );
      return Math.min(
        ...inks.map((part) => {
          const ink = over(parse(getComputedStyle(part).fill), opacityOf(part), ground);
          const [a, b] = [luminance(ink), luminance(ground)];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }),
      );
    };
    return [...drawing.querySelectorAll('text')]
      .filter((text) => text.textContent.trim() && !text.closest('svg svg'))
      .map((text) => {
        // A browser does not say that the number of a message stands on a marker.
        const isNumber =
          /^\d+$/.test(text.textContent) && drawing.querySelector('line[marker-start]') !== null;
        const contrasts = (isNumber ? [] : ['light', 'dark']).map((theme) => {
          document.documentElement.style.colorScheme = theme;
          text.scrollIntoView({ block: 'center', inline: 'center' });
          return contrastOf(text);
        });
        const [box, edge] = [text.getBoundingClientRect(), drawing.getBoundingClientRect()];
        const isOutside = box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1; // prettier-ignore
        return { text: text.textContent.replace(/\s+/g, ''), contrasts, isOutside };
      });
  }, svg);
}
