import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

const pages = ['', 'maths/', 'core-concepts/', 'practice/', 'references/'];

describe.each([1440, 390])('at %d px', (width) => {
  test.each(pages)('nothing of /%s moves when its fonts come', async (address) => {
    const page = await book.browser.newPage({ viewport: { width, height: 900 } });
    const release = await holdFonts(page);
    // The load event would wait for the fonts.
    await page.goto(book.address + address, { waitUntil: 'domcontentloaded' });
    const before = await positions(page);
    expect(await loadedFamilies(page)).toEqual([]);
    await release();
    const after = await positions(page);

    expect(await loadedFamilies(page)).toContain('Edition Serif');
    expect(before.length).toBeGreaterThan(2);
    const moved = after.filter(({ top, height }, index) => {
      const was = before[index];
      return !was || Math.abs(top - was.top) > 0.5 || Math.abs(height - was.height) > 0.5;
    });
    expect(moved).toEqual([]);
    await page.close();
  });
});

test('titles are set in the face that the site brings along, to the last character', async () => {
  const page = await book.browser.newPage();
  const session = await page.context().newCDPSession(page);
  const others: string[] = [];
  for (const address of book.pages) {
    await page.goto(address);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: 'h1, h2:not(summary h2), summary .number, .kicker, .brand, .note b:first-child, .tag',
    });
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont, glyphCount } of fonts)
        if (!isCustomFont) others.push(`${address}: ${glyphCount} glyphs of ${familyName}`);
    }
  }
  await page.close();
  expect(others).toEqual([]);
});

/** Holds the answers to all requests for fonts, until the function that it returns has let them through. */
async function holdFonts(page: Page): Promise<() => Promise<void>> {
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/*.woff2', async (route) => {
    await gate.promise;
    await route.continue();
  });
  return async () => {
    gate.resolve(undefined);
    await page.waitForLoadState();
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
  };
}

/**
 * Where everything in the column of text stands, down to the first line or table with a formula in it: its
 * width is known only with its font, and may break a line elsewhere. Notes in the margin are left out for
 * the same reason.
 */
async function positions(page: Page): Promise<{ name: string; top: number; height: number }[]> {
  return page.evaluate(() => {
    const blocks = [...document.querySelectorAll('main :is(h1, h2, p, figure, table)')].filter(
      (element) => !element.closest('.note'),
    );
    const uncertain = blocks.findIndex((element) => element.querySelector('.katex'));
    return blocks.slice(0, uncertain < 0 ? blocks.length : uncertain).map((element) => {
      const { top, height } = element.getBoundingClientRect();
      return { name: `${element.tagName} ${element.textContent.trim().slice(0, 20)}`, top, height };
    });
  });
}

async function loadedFamilies(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );
}
