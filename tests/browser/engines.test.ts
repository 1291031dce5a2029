import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';
import { engines, type Engine } from './open-engine.ts';

interface Glyph {
  text: string;
  /** From the first of those that no line breaks apart. */
  x: number;
  y: number;
}

const addresses = ['maths/', 'practice/', 'algorithms/', 'jia-yangqing/', 'glossary/', 'references/', 'faq/'];
const expected = new Map<string, Awaited<ReturnType<typeof measure>>>();
let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
  const page = await book.browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const address of addresses) {
    await page.goto(book.address + address);
    expected.set(address, await page.evaluate(measure));
  }
});

afterAll(() => book.close());

// What is not installed, or cannot be started on this machine, is told as skipped.
describe.each(engines)('$name', ({ installed, open, slack }) => {
  let engine: Engine | undefined;
  beforeAll(async () => {
    if (!installed) return;
    engine = await open().catch((error: unknown) => {
      console.warn(`The engine could not be started: ${String(error)}`);
      return undefined;
    });
  });
  afterAll(() => engine?.close());

  test('sets formulas, and strikes out what is wrong, as Chromium does', async ({ skip }) => {
    if (!engine) return skip();
    await engine.resize(1440, 900);
    const wrong: string[] = [];
    for (const address of addresses) {
      await engine.open(book.address + address);
      const { formulas, decorations } = await engine.evaluate(measure);
      const chromium = expected.get(address);
      expect(decorations, address).toEqual(chromium?.decorations);
      expect(formulas.length, address).toBe(chromium?.formulas.length);
      for (const [index, { tex, glyphs }] of formulas.entries())
        for (const [at, { text, x, y }] of glyphs.entries()) {
          const other: Glyph | undefined = chromium?.formulas[index]?.glyphs[at];
          const isThere = other && Math.abs(y - other.y) < 2 && Math.abs(x - other.x) < slack;
          if (!isThere) wrong.push(`${address} ${text} in ${tex}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  test.for([320, 390, 1440])('at %d px no page scrolls sideways', async (width, { skip }) => {
    if (!engine) return skip();
    await engine.resize(width, 900);
    const excess: [string, number][] = [];
    for (const address of addresses) {
      await engine.open(book.address + address);
      excess.push([address, await engine.evaluate(measureExcess)]);
    }
    expect(excess.filter(([, pixels]) => pixels > 0)).toEqual([]);
    expect(engine.errors).toEqual([]);
  });
});

/** Where the letters of each formula stand, and what is struck out or underlined. */
async function measure() {
  await document.fonts.ready;
  const formulas = [...document.querySelectorAll('main .katex-html')]
    .filter((formula) => formula.checkVisibility())
    .map((formula) => ({
      tex: formula.previousElementSibling?.querySelector('annotation')?.textContent,
      glyphs: [...formula.querySelectorAll('.base')].flatMap((base) => {
        const walker = document.createTreeWalker(base, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const boxes: { text: string; left: number; middle: number }[] = [];
        while (walker.nextNode()) {
          range.selectNodeContents(walker.currentNode);
          const { left, width, top, bottom } = range.getBoundingClientRect();
          const text = walker.currentNode.textContent?.replace(/[\s\u200b]/g, '');
          if (width && text) boxes.push({ text, left, middle: (top + bottom) / 2 });
        }
        const [first] = boxes;
        return boxes.map(({ text, left, middle }) => ({
          text,
          x: left - (first?.left ?? 0),
          y: middle - (first?.middle ?? 0),
        }));
      }),
    }));
  const decorations = ['.lemma', '.term', '.note summary', 'main p a'].map((selector) => {
    const element = document.querySelector(selector);
    if (!element) return selector;
    const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(element);
    return [selector, textDecorationLine, textDecorationStyle, textDecorationThickness].join(' ');
  });
  return { formulas, decorations };
}

async function measureExcess(): Promise<number> {
  await document.fonts.ready;
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}
