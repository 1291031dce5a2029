import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;
let page: Page;

beforeAll(async () => {
  book = await openBook();
  const context = await book.browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  page = await context.newPage();
  await page.goto(`${book.address}practice/`);
});

afterAll(() => book.close());

test('the code is copied as the article has it, and that is read out', async () => {
  const article = readFileSync(path.resolve(import.meta.dirname, '../../content/article/article.md'), 'utf8');
  const [, code] = /^```python\n([\s\S]*?)\n```$/m.exec(article) ?? [];
  const status = page.locator('#code-regression [role=status]');
  // A live region speaks only when it stood there empty before.
  await expect.poll(() => status.count()).toBe(1);
  expect(await status.textContent()).toBe('');

  const button = page.locator('#code-regression').getByRole('button', { name: /^复制代码/ });
  const box = await button.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await button.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => status.textContent()).toBe('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test('the button and the confirmation move nothing', async () => {
  await page.goto(`${book.address}practice/#source-code`);
  await page.reload();
  await expect.poll(() => page.locator('#code-regression .copy').count()).toBe(1);
  const moved = await page.evaluate(async () => {
    await document.fonts.ready;
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const sources = observer
      .takeRecords()
      .flatMap((entry) => (entry as unknown as { sources: { node: Node | null }[] }).sources);
    return sources.filter(({ node }) => node?.parentElement?.closest('.coded')).length;
  });
  expect(await page.locator('#code-regression .copy').count()).toBe(1);
  expect(moved).toBe(0);
});

test('where copying is refused, that is said', async () => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.locator('#code-regression .copy').click();
  await expect.poll(() => page.locator('#code-regression [role=status]').textContent()).toBe('未能复制');
});

test.each([1280, 320])(
  'at %d px a marked line reaches from edge to edge, and is as high as others',
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.locator('#code-regression .listing').evaluate((listing) => {
      const lines = [...listing.querySelectorAll('.line')];
      const marked = lines.findIndex((line) => line.textContent === 'loss = model.evaluate(X, Y)');
      const tops = lines.map((line) => line.getBoundingClientRect().top);
      const line = lines[marked] as HTMLElement;
      const { left, width: lineWidth } = line.getBoundingClientRect();
      const { fontSize } = getComputedStyle(line);
      return {
        marked: line.classList.contains('marked'),
        start: left - listing.getBoundingClientRect().left,
        // Of all there is to scroll, not only of what is seen.
        missing: listing.scrollWidth - lineWidth,
        fontSize,
        // The centres of the lines stand at equal distances.
        total: (tops.at(-1) ?? 0) - (tops[0] ?? 0),
        lines: lines.length,
      };
    });
    expect(found.marked).toBe(true);
    expect(found.start).toBe(0);
    expect(Math.abs(found.missing)).toBeLessThanOrEqual(1);
    expect(Math.abs(found.total - (found.lines - 1) * 26)).toBeLessThanOrEqual(0.5);
  },
);

test('without scripts there is no button that does nothing', async () => {
  const context = await book.browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(`${book.address}practice/`);
  expect(await silent.locator('#code-regression figcaption').innerText()).toMatch(
    /代码\s5-1\s*线性回归\s*Python/,
  );
  expect(await silent.locator('.coded button').count()).toBe(0);
  await context.close();
});
