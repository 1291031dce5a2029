import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;
let page: Page;

beforeAll(async () => {
  book = await openBook();
  page = await book.browser.newPage();
});

afterAll(() => book.close());

test('at every width lines hold a whole number of characters, 36 at most, and no page scrolls sideways', async () => {
  const wrong: string[] = [];
  const counts = new Map<number, Set<number>>();
  for (const address of book.pages) {
    await page.goto(address);
    await page.evaluate(unfold);
    for (const width of [280, 320, 360, 390, 640, 768, 1008, 1280, 1440, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      const { columns, excess } = await page.evaluate(measureColumns);
      if (excess > 0) wrong.push(`${address} at ${width} px: ${excess} px too wide`);
      for (const { characters, text } of columns) {
        counts.set(width, (counts.get(width) ?? new Set()).add(Math.round(characters)));
        if (Math.abs(characters - Math.round(characters)) > 0.01 || characters > 36.01)
          wrong.push(`${address} at ${width} px: ${characters} characters in “${text}”`);
      }
    }
  }
  expect(wrong).toEqual([]);
  const longest = [...counts].map(([width, lines]) => [width, Math.max(...lines)]);
  expect(Object.fromEntries(longest)).toEqual({
    ...{ 280: 14, 320: 16, 360: 18, 390: 20, 640: 33, 768: 36, 1008: 36, 1280: 36, 1440: 36, 2560: 36 },
  });
});

test('with the spacing of WCAG 1.4.12, on a screen enlarged to 400 %, nothing is lost at the side', async () => {
  await page.setViewportSize({ width: 320, height: 256 });
  const wrong: string[] = [];
  for (const address of book.pages) {
    await page.goto(address);
    await page.evaluate(unfold);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      // A reader's own styles: no policy of the page's speaks of them.
      sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets.push(sheet);
    });
    const { columns, excess } = await page.evaluate(measureColumns);
    if (excess > 0) wrong.push(`${address}: ${excess} px too wide`);
    for (const { characters, text } of columns)
      if (Math.abs(characters - Math.round(characters)) > 0.01)
        wrong.push(`${address}: ${characters} characters in “${text}”`);
    wrong.push(...(await page.evaluate(findCutText)).map((text) => `${address}: “${text}” is cut off`));
  }
  expect(wrong).toEqual([]);
});

test.each([320, 390, 1440])(
  'at %d px no line begins with what ends a clause or refers to a note',
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    let marks = 0;
    for (const address of book.pages) {
      await page.goto(address);
      await page.evaluate(unfold);
      const { looked, wrong } = await page.evaluate(findLineStarts);
      marks += looked;
      found.push(...wrong.map((text) => `${address}: ${text}`));
    }
    expect(found).toEqual([]);
    expect(marks).toBeGreaterThan(500);
  },
);

/** Opens whatever is folded, and waits for the fonts. */
async function unfold(): Promise<void> {
  for (const details of document.querySelectorAll('details')) details.open = true;
  await document.fonts.ready;
}

/** How many characters wide running text is, which is what has two even edges, and how much too wide the page. */
function measureColumns(): { columns: { characters: number; text: string }[]; excess: number } {
  const columns = [];
  const size = getComputedStyle(document.body).fontSize;
  for (const element of document.querySelectorAll<HTMLElement>('main :is(p, li, dd)')) {
    const style = getComputedStyle(element);
    if (style.textAlign !== 'justify' || style.fontSize !== size || !element.checkVisibility()) continue;
    // Keywords in a row, and the two parts of a pair, are as wide as they need be.
    const around = element.parentElement && getComputedStyle(element.parentElement).display;
    if (around === 'flex' || around === 'grid') continue;
    const sides = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth];
    const width =
      element.getBoundingClientRect().width - sides.reduce((sum, side) => sum + parseFloat(side), 0);
    const characters = Math.round((width / parseFloat(style.fontSize)) * 1000) / 1000;
    columns.push({ characters, text: element.textContent.trim().slice(0, 16) });
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { columns, excess: scrollWidth - clientWidth };
}

/** Text that stands over the edge of a box that does not scroll. */
function findCutText(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => {
      const { overflowX, clipPath } = getComputedStyle(element);
      const cuts = overflowX === 'hidden' || overflowX === 'clip';
      return cuts && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.textContent.trim().slice(0, 16));
}

/**
 * Finds marks that begin a line: those that stand further left than the character before them in the same
 * block. What has no box, such as a word joiner, and what is not seen, is passed over.
 */
function findLineStarts(): { looked: number; wrong: string[] } {
  const forbidden = /[，。、；：？！）》”〕]/;
  const unseen = 'pre, svg, script, style, .katex-mathml, .unseen, button, legend';
  const main = document.querySelector('main');
  if (!main) return { looked: 0, wrong: [] };
  const wrong: string[] = [];
  let looked = 0;

  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const blocks = new Map<Element, Element>();
  const blockOf = (element: Element): Element => {
    const known = blocks.get(element);
    if (known) return known;
    // A mark of its own height, a number in a box: parts of the line around them.
    const inline = /^(inline|inline-block|inline-table|contents|table-cell|table-row|ruby)/;
    const inFormula = element.closest('.katex');
    const parent = inFormula?.parentElement ?? element.parentElement;
    const isInline =
      inFormula ?? (element.tagName !== 'TD' && inline.test(getComputedStyle(element).display));
    const block = isInline && parent ? blockOf(parent) : element;
    blocks.set(element, block);
    return block;
  };
  const boxOf = (node: Text, at: number): DOMRect | undefined => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [...range.getClientRects()].find(({ width }) => width > 0);
  };

  let before: { block: Element; box: DOMRect } | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const element = text.parentElement;
    if (!element || element.closest(unseen) || !element.checkVisibility({ visibilityProperty: true }))
      continue;
    const block = blockOf(element);
    const isReference = element.closest('.ref') !== null;
    for (let at = 0; at < text.data.length; at++) {
      const character = text.data[at] ?? '';
      if (/\s/.test(character)) continue;
      const isMark = forbidden.test(character) || (isReference && character === '〔');
      // Of other characters the last before a mark is enough; a text that ends may be before one.
      const next = text.data[at + 1];
      if (!isMark && next !== undefined && !forbidden.test(next) && !/\s/.test(next)) continue;
      const box = boxOf(text, at);
      if (!box) continue;
      if (isMark) {
        looked += 1;
        const begins = before?.block !== block || box.left < before.box.left;
        if (begins) wrong.push(`${character} in “…${block.textContent.trim().slice(0, 24)}…”`);
      }
      before = { block, box };
    }
  }
  return { looked, wrong };
}
