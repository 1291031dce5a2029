import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

test.each([1280, 390])(
  'at %d px every page is painted before its fonts come, and stays still when they do',
  async (width) => {
    const page = await book.browser.newPage({ viewport: { width, height: 844 } });
    const moved = [];
    let asked = 0;
    for (const address of book.pages) {
      const painted = Promise.withResolvers<undefined>();
      await page.route('**/*.woff2', async (route) => {
        asked += 1;
        await painted.promise;
        await route.continue();
      });
      await page.goto(address, { waitUntil: 'commit' });
      // With the fonts held back, this comes only if nothing waits for them.
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      painted.resolve(undefined);
      await page.waitForLoadState();
      const shift = await page.evaluate(measureShift);
      await page.unroute('**/*.woff2');
      if (shift > 0) moved.push(`${address} moved by ${shift}`);
    }
    await page.close();
    expect(moved).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  },
);

/** How far the page has moved by itself since it was opened, until its fonts are drawn. */
async function measureShift(): Promise<number> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  // The frame in which the fonts are drawn, and the one after it.
  await nextFrame();
  await nextFrame();
  let shift = 0;
  await new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.entryType === 'layout-shift') shift += (entry as unknown as { value: number }).value;
        // Told in order: what happened before the mark is known when the mark is.
        else resolve();
      }
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    observer.observe({ type: 'mark' });
    performance.mark('measured');
  });
  return shift;
}
