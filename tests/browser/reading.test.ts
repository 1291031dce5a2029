import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

test('without scripts every page opens, with its title, its text and a way to the others', async () => {
  const context = await book.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of book.pages) {
    await page.goto(address);
    expect(await page.locator('h1').innerText(), address).not.toBe('');
    expect((await page.locator('main').innerText()).length, address).toBeGreaterThan(20);
    expect(await page.locator('a:visible[href]').count(), address).toBeGreaterThan(1);
  }
  await page.goto(`${book.address}core-concepts/`);
  expect(await page.locator('main svg text:visible').allTextContents()).toContain('模型安全性');
  await page.goto(`${book.address}maths/`);
  expect(await page.locator('.katex-html:visible').count()).toBeGreaterThan(1);
  await context.close();
});

test('without scripts a note shows its evidence, and leads back to the text', async () => {
  const context = await book.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${book.address}maths/`);
  const note = page.locator('.note').first();
  await page
    .locator(`a[href="#${await note.getAttribute('id')}"]:visible`)
    .first()
    .click();
  const back = note.locator('a[href$="-ref"]');
  if (!(await back.isVisible())) await note.locator('summary').click();
  await back.click();
  expect(page.url()).toMatch(/-ref$/);
  await context.close();
});

test('the keyboard reaches the text, the contents and the next chapter', async () => {
  const page = await book.browser.newPage();
  await page.goto(book.address);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  expect(
    await page.locator(':focus').evaluate((link) => link.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');

  await follow(page, 'main a[href$="/market-overview/"]');
  for (const next of ['jia-yangqing', 'core-concepts', 'algorithms']) {
    await follow(page, 'a[rel=next]');
    expect(page.url()).toBe(`${book.address}${next}/`);
  }
  await page.close();
});

test('formulas are set in their own fonts', async () => {
  const page = await book.browser.newPage();
  await page.goto(`${book.address}maths/`);
  await page.evaluate(() => document.fonts.ready);
  const { wanted, loaded } = await page.evaluate(() => {
    const bare = (family = '') => family.trim().replace(/^"|"$/g, '');
    const parts = [...document.querySelectorAll('.katex-html *')].filter(
      ({ firstChild }) => firstChild instanceof Text,
    );
    return {
      wanted: [...new Set(parts.map((part) => bare(getComputedStyle(part).fontFamily.split(',')[0])))],
      loaded: [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => bare(family)),
    };
  });
  expect(wanted.length).toBeGreaterThan(1);
  expect(wanted.filter((family) => !loaded.includes(family))).toEqual([]);
  await page.close();
});

/** Presses Tab until the link has the focus, then Enter. */
async function follow(page: Page, selector: string): Promise<void> {
  const from = page.url();
  const link = page.locator(selector).first();
  const limit = await page.locator('a, button, summary, [tabindex]').count();
  for (let presses = 0; presses <= limit; presses++) {
    if (await link.evaluate((element) => element === document.activeElement)) {
      await Promise.all([page.waitForURL((url) => url.href !== from), page.keyboard.press('Enter')]);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector} on ${from}`);
}
