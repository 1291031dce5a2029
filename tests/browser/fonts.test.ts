import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

const pages = ['', 'maths/', 'core-concepts/', 'algorithms/', 'practice/', 'references/'];

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

test('a formula in a line is as wide as the build says, and none is left out', async () => {
  const page = await book.browser.newPage();
  const wrong: string[] = [];
  let parts = 0;
  for (const address of book.pages) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('.katex .base')]
        .filter((part) => !part.closest('.katex-display'))
        .map((part) => {
          const said = part.getBoundingClientRect().width;
          const names = part.className;
          part.className = 'base';
          const own = part.getBoundingClientRect().width;
          part.className = names;
          return { text: part.textContent, said, own, named: names !== 'base' };
        }),
    );
    parts += found.length;
    for (const { text, said, own, named } of found)
      if (!named || Math.abs(said - own) > 0.3) wrong.push(`${address} ${text}: ${said} for ${own}`);
  }
  await page.close();
  expect(parts).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
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

/** Where everything in the column of text stands. Notes in the margin are left out: they move nothing else. */
async function positions(page: Page): Promise<{ name: string; top: number; height: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, p, figure, table)')]
      .filter((element) => !element.closest('.note'))
      .map((element) => {
        const { top, height } = element.getBoundingClientRect();
        return { name: `${element.tagName} ${element.textContent.trim().slice(0, 20)}`, top, height };
      }),
  );
}

async function loadedFamilies(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );
}
