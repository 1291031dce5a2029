import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;
let page: Page;

beforeAll(async () => {
  book = await openBook();
  page = await book.browser.newPage();
});

afterAll(() => book.close());

test('the page and its diagram follow the colours that the reader prefers', async () => {
  await page.goto(`${book.address}core-concepts/`);
  const seen = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    seen.push({
      page: await brightness('body', 'background-color'),
      text: await brightness('main p', 'color'),
      box: await brightness('main svg rect', 'fill'),
      label: await brightness('main svg text', 'fill'),
      line: await brightness('main svg rect', 'stroke'),
    });
  }
  const [light, dark] = seen as [(typeof seen)[0], (typeof seen)[0]];
  expect(light.page).toBeGreaterThan(light.text + 100);
  expect(dark.text).toBeGreaterThan(dark.page + 100);
  expect(light.box).toBeGreaterThan(light.label + 100);
  expect(dark.label).toBeGreaterThan(dark.box + 100);
  expect(dark.line).not.toBe(light.line);
});

/** How bright a colour is, 0 to 255, of the first element that has it: what is transparent shows what is behind. */
async function brightness(selector: string, property: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('This browser has no canvas.');
      const behind: Element[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) behind.unshift(at);
      const colours = behind.map((one) => getComputedStyle(one).getPropertyValue('background-color'));
      for (const colour of [...colours, getComputedStyle(element).getPropertyValue(name)]) {
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }, property);
}
