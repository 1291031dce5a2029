import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;
let page: Page;
let sum: number;

beforeAll(async () => {
  book = await openBook();
  page = await book.browser.newPage();
  await page.goto(`${book.address}glossary/`);
  sum = await page.locator('.terms > div').count();
});

afterAll(() => book.close());

beforeEach(async () => {
  await field().fill('');
});

function field() {
  return page.getByRole('searchbox', { name: '筛选术语' });
}

/** What the reader sees: the terms, the groups, what is said. */
async function shown(): Promise<{ terms: string[]; groups: number; links: number; said: string | null }> {
  return {
    terms: await page.locator('.terms > div:visible').evaluateAll((found) => found.map(({ id }) => id)),
    groups: await page.locator('main > section:visible').count(),
    links: await page.locator('.groups a:visible').count(),
    said: await page.locator('.filter [role=status]').textContent(),
  };
}

test.each([
  ['Chinese', '自注意力', 'self-attention'],
  ['another writing', '测试题泄漏', 'contamination'],
  ['English', 'residual conn', 'residual'],
  ['an abbreviation in small letters', 'grpo', 'grpo'],
  ['full-width letters', 'ＧＲＰＯ', 'grpo'],
  ['a hyphen that is written otherwise', 'key-value cache', 'kv-cache'],
  ['no space where there is one', 'KVcache', 'kv-cache'],
])('%s leads to its term', async (_what, words, id) => {
  await field().fill(words);
  expect(await shown()).toEqual({ terms: [id], groups: 1, links: 1, said: `显示1条，共${sum}条` });
});

test('where nothing is found, that is said; Escape brings all back', async () => {
  await field().fill('又作');
  expect(await shown()).toEqual({ terms: [], groups: 0, links: 0, said: '没有相符的术语' });
  await page.keyboard.press('Escape');
  const { terms, groups, links, said } = await shown();
  expect([await field().inputValue(), terms.length, groups, links, said]).toEqual(['', sum, 9, 9, '']);
});

test('a link to a term that is not shown brings it back', async () => {
  await field().fill('自注意力');
  await page.evaluate(() => (location.hash = '#wrapper'));
  await expect.poll(() => page.locator('#wrapper').isVisible()).toBe(true);
  expect(await field().inputValue()).toBe('');
});

test('without scripts all terms are there, and no field', async () => {
  const context = await book.browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(`${book.address}glossary/`);
  expect(await silent.locator('.terms > div:visible').count()).toBe(sum);
  expect(await silent.locator('input').count()).toBe(0);
  expect(await silent.locator('.filter').evaluate((place) => place.getBoundingClientRect().height)).toBe(0);
  await context.close();
});
