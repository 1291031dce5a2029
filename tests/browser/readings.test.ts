import { readFileSync } from 'node:fs';
import path from 'node:path';
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
  // The reader's memory belongs to a context.
  context = await book.browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});

afterEach(() => context.close());

afterAll(() => book.close());

/** Paragraphs, items and titles of the article, without diagrams, formulas and code, and without Markdown. */
function proseOfArticle(): string[] {
  const file = path.resolve(import.meta.dirname, '../../content/article/article.md');
  return readFileSync(file, 'utf8')
    .replace(/^```[\s\S]*?^```$|^\$\$$[\s\S]*?^\$\$$/gm, '')
    .split('\n')
    .filter((line) => !/^-{3,}$/.test(line))
    .map((line) => tight(line.replace(/^#+ |^ *(?:-|\d+\.) /, '').replaceAll('**', '')))
    .filter(Boolean);
}

/** Without spaces and word joiners. */
function tight(text: string): string {
  return text.replace(/[\s\u2060]+/gu, '');
}

/** What the text shows, and what is the article's of it; titles that only lead through the book are in neither. */
async function readText(): Promise<{ shown: string; article: string }> {
  const found = await page.evaluate(() => {
    const leading = 'nav, fieldset, .kicker, :is(h1, h2.level-1)[data-layer]';
    const main = document.querySelector('main');
    if (!main) throw new Error('This page has no text.');
    for (const details of main.querySelectorAll('details')) details.open = true;
    for (const formula of main.querySelectorAll('.katex-mathml')) formula.remove();
    for (const element of main.querySelectorAll<HTMLElement>(leading)) element.style.display = 'none';
    const article = main.cloneNode(true) as HTMLElement;
    for (const other of article.querySelectorAll(
      `${leading}, [data-layer=editorial], script, svg :is(title, desc)`,
    ))
      other.remove();
    return { shown: main.innerText, article: article.textContent };
  });
  return { shown: tight(found.shown), article: tight(found.article) };
}

const isChecked = (name: string) => page.getByRole('radio', { name }).isChecked();

test('原文 shows the article, all of it and nothing else', async () => {
  const shown: string[] = [];
  for (const address of book.pages) {
    await page.goto(`${address}?reading=article`);
    if ((await page.locator('.readings').count()) === 0) continue;
    const text = await readText();
    expect(text.shown, address).toBe(text.article);
    shown.push(text.shown);
  }
  expect(shown.length).toBeGreaterThanOrEqual(11);
  const all = shown.join('\n');
  expect(proseOfArticle().filter((line) => !all.includes(line))).toEqual([]);
});

test('原文 marks nothing in the text', async () => {
  const looks = async (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.lemma, .pair, .marked')].map((element) => {
        const { textDecorationLine, color, backgroundColor, borderColor } = getComputedStyle(element);
        const plain = getComputedStyle(document.body).color === color;
        return `${textDecorationLine} ${plain ? 'as text' : color} ${backgroundColor} ${borderColor}`;
      }),
    );
  for (const chapter of ['maths', 'practice']) {
    await page.goto(`${book.address}${chapter}/?reading=edition`);
    const before = await looks();
    await page.getByRole('radio', { name: '原文' }).check();
    const after = await looks();
    expect(before.length).toBeGreaterThan(1);
    expect(after.filter((look, index) => look === before[index])).toEqual([]);
    expect(new Set(after)).toEqual(new Set(['none as text rgba(0, 0, 0, 0) rgba(0, 0, 0, 0)']));
  }
});

test('the keyboard changes the reading, and reloading and reading on keep it', async () => {
  await page.goto(`${book.address}maths/`);
  expect(await isChecked('校注本')).toBe(true);
  const note = page.locator('#backprop');
  expect(await note.isVisible()).toBe(true);

  for (let presses = 0; presses < 40 && !(await page.locator('.readings :focus').count()); presses++)
    await page.keyboard.press('Tab');
  const outline = page.locator('.readings label:has(:focus)');
  expect(await outline.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe('solid');
  await page.keyboard.press('ArrowRight');
  expect(await isChecked('原文')).toBe(true);
  expect(await note.isVisible()).toBe(false);

  await page.reload();
  expect(await isChecked('原文')).toBe(true);
  expect(await note.isVisible()).toBe(false);

  await page.locator('a[rel=next]').click();
  await page.waitForURL('**/practice/');
  expect(await isChecked('原文')).toBe(true);
  expect(await page.locator('.note:visible').count()).toBe(0);
});

test('a remembered reading is there before the first paint: nothing moves', async () => {
  await page.goto(`${book.address}core-concepts/`);
  await page.getByRole('radio', { name: '原文' }).check();
  await page.reload();
  const shift = await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 200));
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer
      .takeRecords()
      .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0);
  });
  expect(shift).toBe(0);
});

test('a link may ask for a reading: it wins over the memory, until the reader chooses again', async () => {
  await page.goto(`${book.address}maths/`);
  await page.getByRole('radio', { name: '原文' }).check();
  await page.goto(`${book.address}maths/?reading=collation`);
  expect(await isChecked('对照')).toBe(true);
  await page.getByRole('radio', { name: '校注本' }).check();
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  expect(await isChecked('校注本')).toBe(true);
  await page.goto(`${book.address}maths/?reading=no-such`);
  expect(await isChecked('校注本')).toBe(true);
});

test('a link to a note shows it in 原文 too, until the reader chooses again', async () => {
  await page.goto(`${book.address}faq/`);
  await page.getByRole('radio', { name: '原文' }).check();
  await page.goto(`${book.address}maths/#delta-1`);
  const note = page.locator('#delta-1');
  await expect.poll(() => note.isVisible()).toBe(true);
  await expect.poll(() => isChecked('校注本')).toBe(true);
  const box = await note.boundingBox();
  expect(box && box.y > 0 && box.y < 900).toBe(true);

  await page.getByRole('radio', { name: '原文' }).check();
  expect(await note.isVisible()).toBe(false);

  await page.goto(`${book.address}maths/#derivation`);
  expect(await isChecked('原文')).toBe(true);
  expect(await note.isVisible()).toBe(false);
});

test('对照 marks the errors, and shows a note while its reference is followed', async () => {
  await page.goto(`${book.address}maths/?reading=collation`);
  expect(await page.locator('s.lemma:visible').count()).toBeGreaterThan(1);
  expect(await page.locator('ins.correction:visible').count()).toBeGreaterThan(1);
  expect(await page.locator('.correct').isVisible()).toBe(true);
  const notes = page.locator('.note:visible');
  expect(await notes.count()).toBe(0);
  await page.locator('#delta-1-ref').click();
  expect(await notes.evaluateAll((found) => found.map(({ id }) => id))).toEqual(['delta-1']);
  await notes.locator('a[href="#delta-1-ref"]').click();
  expect(await notes.count()).toBe(0);
});

test('without scripts the switch works on the page at hand, and a link to a note shows it', async () => {
  const silent = await book.browser.newContext({ javaScriptEnabled: false });
  page = await silent.newPage();
  await page.goto(`${book.address}maths/`);
  const note = page.locator('#delta-1');
  await page.getByText('原文', { exact: true }).first().click();
  expect(await note.isVisible()).toBe(false);
  expect(await page.locator('.equation-number:visible').count()).toBe(0);
  await page.goto(`${book.address}maths/#delta-1`);
  expect(await note.isVisible()).toBe(true);
  await page.goto(`${book.address}maths/#derivation`);
  expect(await note.isVisible()).toBe(false);
  await page.getByText('对照', { exact: true }).first().click();
  expect(await page.locator('ins.correction:visible').count()).toBeGreaterThan(1);
  expect(await note.isVisible()).toBe(false);
  await silent.close();
});

test('a reading prints as it is shown, with every answer open', async () => {
  await page.goto(`${book.address}faq/?reading=article`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.readings').isVisible()).toBe(false);
  const answers = await page
    .locator('.question p:not([data-layer="editorial"] *)')
    .evaluateAll((found) => found.map((p) => p.clientHeight > 0));
  expect(new Set(answers)).toEqual(new Set([true]));
  await page.goto(`${book.address}maths/?reading=article`);
  expect(await page.locator('.note:visible').count()).toBe(0);
  await page.goto(`${book.address}maths/?reading=edition`);
  expect(await page.locator('.note .back:visible').count()).toBe(0);
  const evidence = page.locator('#backprop details p:not(.back)');
  expect(await evidence.evaluateAll((found) => found.every((p) => p.getClientRects().length > 0))).toBe(true);
});

test.each([1280, 390, 280])(
  'at %d px the switch stands beside the text, large enough to hit',
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [book.address, `${book.address}jia-yangqing/`]) {
      await page.goto(address);
      for (const label of await page.locator('.readings label').all()) {
        const box = await label.boundingBox();
        if (!box) throw new Error('A reading is not to be seen.');
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
      }
    }
  },
);

test('a link to a question opens it', async () => {
  await page.goto(`${book.address}faq/#which-challenges`);
  const question = page.locator('details:has(#which-challenges)');
  await expect.poll(() => question.getAttribute('open')).toBe('');
});
