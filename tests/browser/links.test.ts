import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  book = await openBook();
});

beforeEach(async () => {
  context = await book.browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 390, height: 844 },
  });
  page = await context.newPage();
});

afterEach(() => context.close());

afterAll(() => book.close());

/** Uses the number, and then each way of the menu; gives what was copied. */
async function copyAll(selector: string): Promise<string[]> {
  await page.locator(selector).click();
  await page.locator('.link-menu:popover-open').waitFor();
  const copied: string[] = [];
  const items = page.locator('.link-menu button');
  for (const word of await items.allTextContents()) {
    await page.getByRole('menuitem', { name: word, exact: true }).click();
    await expect.poll(() => page.locator('.link-menu [role=status]').textContent()).toBe(`已复制：${word}`);
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  await page.keyboard.press('Escape');
  return copied;
}

test('the keyboard follows a number, copies from the menu there, and comes back to it', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${book.address}maths/`);
  const number = page.locator('#model .number');
  await expect.poll(() => number.getAttribute('aria-haspopup')).toBe('menu');
  expect(asked.filter((url) => /menu/.test(url))).toEqual([]);

  await number.focus();
  await page.keyboard.press('Enter');
  await page.locator('.link-menu:popover-open').waitFor();
  expect(new URL(page.url()).hash).toBe('#model');
  const [box, below] = await Promise.all([page.locator('.link-menu').boundingBox(), number.boundingBox()]);
  expect(Math.abs((box?.x ?? 0) - (below?.x ?? 0))).toBeLessThanOrEqual(1);
  expect((box?.y ?? 0) - (below?.y ?? 0) - (below?.height ?? 0)).toBeCloseTo(6, 0);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe('链接');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('Markdown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('链接与题名');
  expect(await page.locator('.link-menu [role=status]').textContent()).toBe('');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.link-menu [role=status]').textContent()).toBe('已复制：链接与题名');

  const require = createRequire(import.meta.url);
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  expect(
    violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);

  await page.keyboard.press('Escape');
  expect(await page.locator('.link-menu').isVisible()).toBe(false);
  expect(await number.evaluate((link) => link === document.activeElement)).toBe(true);

  // Whoever goes on leaves it closed.
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('链接');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => page.locator('.link-menu').isVisible()).toBe(false);
});

test('each way says whose words they are, and where they stand', async () => {
  await page.goto(`${book.address}maths/`);
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  const root = book.address;
  // The date is that of the latest look at a source.
  const copied = (await copyAll('#model .number')).map((text) =>
    text.replace(/\(\d{4}-\d\d-\d\d\)/, '(DATE)'),
  );
  expect(copied).toEqual([
    `${root}maths/#model`,
    `4.1 数学模型构建 · 国内大模型市场校注\n${root}s/model/`,
    `禅与计算机程序设计艺术. 4.1 数学模型构建[M/OL]//国内大模型市场校注. 校注本第一版. (DATE)[${today}]. ${root}maths/#model.`,
    expect.stringMatching(
      /^@incollection\{maths-model,\n {2}author = \{\{禅与计算机程序设计艺术\}\},\n[^]*\n\}$/,
    ),
    `[4.1 数学模型构建（国内大模型市场校注）](${root}maths/#model)`,
  ]);
  const [equation, shared, cited, bibtex] = await copyAll('#eq-loss .equation-number');
  expect([equation, shared?.split('\n')[1]]).toEqual([`${root}maths/#eq-loss`, `${root}maths/#eq-loss`]);
  expect(cited).toMatch(/^国内大模型市场校注编者\. .*：式（4\.3）\[M\/OL\]/);
  expect(bibtex).toContain('公式 \\& 详细');
  expect(bibtex).toContain(`  year = {2026},\n  url = {${root}maths/#eq-loss},\n  urldate = {${today}},`);
  // A note's label leads to the note.
  const [note, , noted] = await copyAll('#delta-1 b a');
  expect(note).toBe(`${root}maths/#delta-1`);
  expect(noted).toMatch(/^国内大模型市场校注编者\. .*：勘误〔六〕\[M\/OL\]/);
  // Editors gave it its caption; the diagram is the article's.
  await page.goto(`${book.address}core-concepts/`);
  expect((await copyAll('#fig-core-concepts figcaption > a'))[2]).toMatch(
    /^禅与计算机程序设计艺术\. .*图 2-1/,
  );
});

test('where copying is refused, that is said', async () => {
  await page.goto(`${book.address}glossary/`);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.locator('#token dfn a').click();
  await page.getByRole('menuitem', { name: '链接', exact: true }).click();
  await expect.poll(() => page.locator('.link-menu [role=status]').textContent()).toBe('未能复制');
});

test('a link opens what it leads into: a question, evidence, the table of a figure', async () => {
  await page.goto(`${book.address}faq/#table-memory`);
  expect(await page.locator('#table-memory').isVisible()).toBe(true);
  // Evidence, on a page that is read as the article alone.
  await page.evaluate(() => (localStorage['edition-reading'] = 'article'));
  await page.goto(`${book.address}maths/`);
  const cited = page.locator('.note .cite').first();
  expect(await cited.isVisible()).toBe(false);
  const id = await cited.getAttribute('id');
  await page.evaluate((to) => (location.hash = to ?? ''), id);
  await expect.poll(() => cited.isVisible()).toBe(true);
  expect(await cited.evaluate((element) => element.closest('details')?.open)).toBe(true);
});

test.each([true, false])(
  'a shared section leads its reader there at once, with scripts: %s',
  async (scripts) => {
    const reader = await book.browser.newContext({ javaScriptEnabled: scripts });
    const arrived = await reader.newPage();
    await arrived.goto(`${book.address}s/how-much-memory/`);
    await arrived.waitForURL(`${book.address}faq/#how-much-memory`);
    // It does not stand in the way back.
    await arrived.goto(`${book.address}maths/`);
    await arrived.goBack();
    expect(new URL(arrived.url()).pathname).toBe('/faq/');
    await reader.close();
  },
);
