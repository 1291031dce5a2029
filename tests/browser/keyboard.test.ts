import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

test('the keyboard goes the whole way: contents, colours, reading, a note and back', async () => {
  const page = await book.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${book.address}maths/`);

  await tabTo(page, '.skip', 1);
  expect(await isInWindow(page)).toBe(true);

  await tabTo(page, '[popovertarget]');
  await page.keyboard.press('Enter');
  await tabTo(page, '.contents a', 1);
  expect(await isInWindow(page)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('.contents').isVisible()).toBe(false);
  expect(await page.locator('[popovertarget]').evaluate((button) => button === document.activeElement)).toBe(
    true,
  );

  await tabTo(page, '.theme');
  await page.keyboard.press('Enter');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');

  // A set of choices is one stop; the arrows choose. Round once, it is as it was.
  await tabTo(page, '.readings :checked');
  const chosen = await focused(page);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).not.toBe(chosen);
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toBe(chosen);

  await tabTo(page, '.ref a');
  const reference = (await focused(page)) ?? '';
  expect(reference).toMatch(/-ref$/);
  await page.keyboard.press('Enter');
  const note = page.locator(':target');
  expect(await note.getAttribute('class')).toMatch(/\bnote\b/);
  expect(await note.evaluate((aside) => aside.getBoundingClientRect().bottom <= innerHeight)).toBe(true);

  // From here the next stops are in the note: its label, which is the link to it, and its evidence.
  await tabTo(page, ':target b a', 1);
  await tabTo(page, ':target summary', 1);
  await page.keyboard.press('Enter');
  await tabTo(page, `:target .back a[href="#${reference}"]`);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe(`#${reference}`);
  expect(await page.locator(':target').evaluate((link) => link.matches('.ref a'))).toBe(true);
  await page.close();
});

test('the contents of a narrow page close when one of them is chosen', async () => {
  const page = await book.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${book.address}maths/`);
  await page.locator('[popovertarget]').click();
  const contents = page.locator('.contents');
  expect(await contents.isVisible()).toBe(true);
  await contents.locator('a[href^="#"]').last().click();
  expect(new URL(page.url()).hash).not.toBe('');
  expect(await contents.isVisible()).toBe(false);
  await page.close();
});

test('whatever has the focus can be seen, and shows that it has it', async () => {
  const page = await book.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const wrong: string[] = [];
  let stops = 0;
  for (const chapter of ['', 'practice/', 'faq/']) {
    await page.goto(book.address + chapter);
    const seen = new Set<string>();
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(describeFocus);
      // Round once, or back in the browser's own controls.
      if (!stop || seen.has(stop.key)) break;
      seen.add(stop.key);
      if (!stop.outlined || !stop.inside) wrong.push(`${page.url()}: ${stop.name}`);
    }
    stops += seen.size;
  }
  await page.close();
  expect(wrong).toEqual([]);
  expect(stops).toBeGreaterThan(60);
});

/** Presses Tab until the focus is on a match of the selector. */
async function tabTo(page: Page, selector: string, within = 60): Promise<void> {
  for (let presses = 0; presses < within; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${within} times Tab do not lead to ${selector}, but to ${await focused(page)}`);
}

/** The id of what has the focus, or its text. */
async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.id ? element.id : (element?.textContent ?? undefined);
  });
}

async function isInWindow(page: Page): Promise<boolean | undefined> {
  return (await page.evaluate(describeFocus))?.inside;
}

function describeFocus(): { key: string; name: string; outlined: boolean; inside: boolean } | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  // A choice is as large as its word, and marked around it.
  const shown = element.matches('.readings input') ? (element.closest('label') ?? element) : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  return {
    key: `${[...document.querySelectorAll('*')].indexOf(element)}`,
    name: `<${element.localName}> “${element.textContent.trim().slice(0, 16)}”`,
    outlined: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2,
    inside: width > 0 && height > 0 && top < innerHeight && bottom > 0 && left < innerWidth && right > 0,
  };
}
