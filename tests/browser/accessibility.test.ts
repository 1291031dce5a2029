import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { openBook } from './open-book.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('axe finds nothing on any page, wide and narrow, light and dark', async () => {
  const book = await openBook();
  const page = await book.browser.newPage();
  const found = new Map<string, string[]>();
  let passes = 0;
  for (const address of book.pages) {
    await page.goto(address);
    // Evaluated from outside, it is no script of the page's, and the policy stays in force.
    await page.evaluate(axe);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const results = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
        passes += results.passes.length;
        for (const { id, help, nodes } of results.violations)
          for (const { target } of nodes) {
            const violation = `${address} ${target.join(' ')}: ${help} (${id})`;
            found.set(violation, [...(found.get(violation) ?? []), `${width} ${colorScheme}`]);
          }
      }
    }
  }
  await book.close();
  expect(Object.fromEntries(found)).toEqual({});
  expect(passes).toBeGreaterThan(book.pages.length * 40);
  // The page that has the whole book is looked at four times as well.
}, 300_000);
