import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

/** How far below its place a note may begin, in px: a third of a screen. */
const farthest = 300;

test.each([1100, 1440])('at %d px every note in the margin begins near what it is about', async (width) => {
  const page = await book.browser.newPage({ viewport: { width, height: 900 } });
  const adrift: string[] = [];
  let notes = 0;
  // On the page for print all evidence lies open.
  for (const address of book.pages.filter((address) => !address.endsWith('/print/'))) {
    await page.goto(address);
    const places = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.querySelectorAll('.note')].map((note) => {
        const { top } = note.getBoundingClientRect();
        const reference = document.getElementById(`${note.id}-ref`)?.getBoundingClientRect();
        // A note on a figure is announced above it, and stands at its foot.
        let block = note.previousElementSibling;
        while (block?.matches('.note')) block = block.previousElementSibling;
        const foot = block?.matches('figure') ? block.getBoundingClientRect().bottom : undefined;
        return { id: note.id, distance: top - (foot ?? reference?.top ?? Infinity) };
      });
    });
    notes += places.length;
    for (const { id, distance } of places)
      if (Math.abs(distance) > farthest)
        adrift.push(`${address}#${id} begins ${distance} px below its place`);
  }
  await page.close();
  expect(notes).toBeGreaterThan(30);
  expect(adrift).toEqual([]);
});
