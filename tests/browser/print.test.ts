import { expect, test } from 'vitest';
import { openBook } from './open-book.ts';

test('on paper every note has all of its evidence, and every question its answer', async () => {
  const book = await openBook();
  const page = await book.browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: 'print' });
  const hidden: string[] = [];
  let shown = 0;
  for (const address of book.pages) {
    await page.goto(address);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main details > :not(summary, .back)')].map((block) => ({
        text: block.textContent.trim().slice(0, 24),
        seen:
          block.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          block.getBoundingClientRect().height > 0,
      })),
    );
    shown += found.filter(({ seen }) => seen).length;
    hidden.push(...found.filter(({ seen }) => !seen).map(({ text }) => `${address}: ${text}`));
  }
  await book.close();
  expect(hidden).toEqual([]);
  expect(shown).toBeGreaterThan(10);
});

test('a printed chapter is a document of pages, in the order of its text', async () => {
  const book = await openBook();
  const page = await book.browser.newPage();
  await page.goto(`${book.address}maths/`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await book.close();
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map(Math.round as never),
  );
  expect(sizes.length).toBeGreaterThan(0);
  // A4 in points.
  expect(sizes.filter(([width, height]) => width !== 595 || height !== 842)).toEqual([]);
});
