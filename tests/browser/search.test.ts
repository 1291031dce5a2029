import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each(['plain', 'placed'] as const)('the search of the build "%s"', (name) => {
  let book: OpenBook;
  beforeAll(async () => {
    book = await openBook(name);
  });
  afterAll(() => book.close());

  test('loads nothing before it is opened, and breaks no policy when it is', async () => {
    // The worker that keeps the book for reading offline has a test of its own; it fetches the texts, too.
    const page = await book.browser.newPage({ serviceWorkers: 'block' });
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on(
      'console',
      (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()),
    );
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${book.address}maths/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => /search\/|search-dialog|show-hit/.test(url))).toEqual([]);

    await page.getByRole('link', { name: '搜索' }).click();
    expect(new URL(page.url()).pathname).toMatch(/\/maths\/$/);
    await type(page, '反向传播');
    expect(await results(page).count()).toBeGreaterThan(5);
    expect(asked.filter((url) => !url.startsWith(book.address))).toEqual([]);
    expect(said.filter((text) => !text.includes('blocked by Playwright'))).toEqual([]);
    await page.close();
  });

  test('a result opens its section with the hit marked', async () => {
    const page = await book.browser.newPage();
    await page.goto(book.address);
    await page.keyboard.press('Control+k');
    await type(page, '公式推导过程');
    expect(await results(page).first().locator('small').textContent()).toBe('第四章 · 4.2　公式推导过程');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${book.address}maths/#derivation`);
    await expect.poll(() => marks(page)).toContain('公式推导过程');
    await page.close();
  });
});

describe('the dialog', () => {
  let book: OpenBook;
  let page: Page;
  beforeAll(async () => {
    book = await openBook();
    page = await book.browser.newPage({ viewport: { width: 1280, height: 900 } });
  });
  afterAll(() => book.close());

  async function open(address = 'maths/'): Promise<void> {
    await page.goto(book.address + address);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: '搜索' }).waitFor();
  }

  test('the keyboard goes through the results and back, opens one, and closes', async () => {
    await open();
    await type(page, '词元');
    const focused = () => page.evaluate(() => document.activeElement?.closest('li, input')?.textContent);
    const first = await results(page).nth(0).textContent();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(await results(page).nth(1).textContent());
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('searchbox').inputValue()).toBe('词元');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/glossary/#token');
    await expect.poll(() => marks(page)).toContain('词元');
  });

  test('on the page that is lost, the word in the text opens it too', async () => {
    await page.goto(`${book.address}lost/`);
    await page.locator('main').getByRole('link', { name: '搜索' }).click();
    await expect.poll(() => page.getByRole('dialog', { name: '搜索' }).isVisible()).toBe(true);
  });

  test('a result on the same page is marked too', async () => {
    await open('maths/');
    await type(page, '公式推导过程');
    await page.keyboard.press('Enter');
    await expect.poll(() => marks(page)).toContain('公式推导过程');
    expect(await page.locator('.search-dialog').isVisible()).toBe(false);
  });

  test('in 原文 and 对照, and folded on a narrow screen, the hit is to be seen', async () => {
    const narrow = await book.browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const reading of ['article', 'collation', 'edition']) {
      await narrow.goto(`${book.address}?reading=${reading}`);
      await narrow.keyboard.press('Control+k');
      await type(narrow, '把修改参数也算在内');
      await narrow.keyboard.press('Enter');
      await narrow.waitForURL('**/maths/#backprop');
      await expect.poll(() => marks(narrow)).toEqual(['把修改参数也算在内']);
      const seen = () =>
        narrow.evaluate(() => {
          const highlight = CSS.highlights.get('hit');
          const range = highlight?.keys().next().value as Range | undefined;
          const box = range?.getBoundingClientRect();
          return !!box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        });
      await expect.poll(seen, { message: reading }).toBe(true);
    }
    await narrow.close();
  });

  test('an input method composes without results; they come when it is done', async () => {
    await open();
    const input = page.getByRole('searchbox');
    await input.evaluate((field: HTMLInputElement) => {
      field.dispatchEvent(new CompositionEvent('compositionstart'));
      field.value = 'ciyuan';
      field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await page.locator('.search-dialog [role=status]').textContent()).toBe('');
    await input.evaluate((field: HTMLInputElement) => {
      field.value = '词元';
      field.dispatchEvent(new CompositionEvent('compositionend', { data: '词元' }));
    });
    await expect.poll(() => results(page).count()).toBeGreaterThan(3);

    // The Enter that ends a composition: in Safari it comes behind the end, and 229 tells that it is the method's.
    const enter = (more: { isComposing?: boolean; keyCode?: number }): Promise<boolean> =>
      input.evaluate(
        (field, more) =>
          field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...more })),
        more,
      );
    await input.focus();
    await enter({ isComposing: true });
    await enter({ keyCode: 229 });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(new URL(page.url()).pathname).toMatch(/\/maths\/$/);
    expect(await page.locator('.search-dialog').isVisible()).toBe(true);
    await enter({});
    await page.waitForURL('**/glossary/#token');
  });

  test('no hits: it says so and offers the contents', async () => {
    await open();
    await type(page, '量子引力');
    expect(await page.locator('.search-dialog [role=status]').textContent()).toBe('没有找到');
    await page.getByRole('link', { name: '全书目录' }).click();
    await page.waitForURL('**/contents/');
    expect(await page.getByText('搜索未能载入').isVisible()).toBe(false);
  });

  test('close ones stand apart under 可能相关', async () => {
    await open();
    await type(page, '梯度反向传播下降');
    const heading = page.getByRole('heading', { name: '可能相关' });
    expect(await heading.isVisible()).toBe(true);
    const first = results(page).first();
    expect(await first.locator('mark').allTextContents()).toContain('传播');
    await first.locator('a').click();
    await expect.poll(() => marks(page)).toContain('传播');
  });

  test('axe finds nothing in it, wide and narrow, light and dark', async () => {
    await open();
    await page.evaluate(axe);
    const found: string[] = [];
    for (const typed of ['模型', '量子引力', '梯度反向传播下降']) {
      await type(page, typed);
      for (const width of [1280, 390])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          const { violations, passes } = await page.evaluate<AxeResults>('axe.run(".search-dialog")');
          expect(passes.length).toBeGreaterThan(8);
          found.push(...violations.map(({ id }) => `${typed} ${width} ${colorScheme}: ${id}`));
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          if (sideways) found.push(`${typed} ${width}: scrolls sideways`);
        }
    }
    expect(found).toEqual([]);
  });

  test('when the texts do not come, it says so and leads to the contents; when they come later, it finds', async () => {
    const cut = await book.browser.newPage();
    await cut.route('**/search/1.json', (route) => route.abort());
    await cut.goto(`${book.address}maths/`);
    await cut.keyboard.press('Control+k');
    await type(cut, '词元');
    expect(await cut.locator('.search-dialog [role=status]').textContent()).toBe('搜索未能载入');
    await cut.unroute('**/search/1.json');
    await type(cut, '链式法则');
    expect(await results(cut).first().textContent()).toContain('链式法则');
    await cut.reload();
    await cut.route('**/search/1.json', (route) => route.fulfill({ status: 404, body: '<h1>404</h1>' }));
    await cut.keyboard.press('Control+k');
    await type(cut, '词元');
    await cut.getByRole('link', { name: '全书目录' }).click();
    await cut.waitForURL('**/contents/#search-failed');
    expect(await cut.getByText('搜索未能载入').isVisible()).toBe(true);
    await cut.close();
  });

  test('when the dialog itself does not come, its word leads to the contents', async () => {
    const cut = await book.browser.newPage();
    await cut.route('**/search-dialog*', (route) => route.abort());
    await cut.goto(`${book.address}maths/`);
    await cut.getByRole('link', { name: '搜索' }).click();
    await cut.waitForURL('**/contents/#search-failed');
    expect(await cut.getByText('搜索未能载入').isVisible()).toBe(true);
    await cut.close();
  });

  test('without scripts its word leads to the contents, which say why', async () => {
    const silent = await book.browser.newContext({ javaScriptEnabled: false });
    const still = await silent.newPage();
    await still.goto(`${book.address}maths/`);
    await still.getByRole('link', { name: '搜索' }).click();
    await still.waitForURL('**/contents/');
    expect(await still.locator('noscript p').isVisible()).toBe(true);
    await silent.close();
  });
});

function results(page: Page) {
  return page.locator('.search-dialog li');
}

/** Types, and waits for the answer. */
async function type(page: Page, words: string): Promise<void> {
  const status = page.locator('.search-dialog [role=status]');
  const input = page.getByRole('searchbox');
  await input.fill('');
  await expect.poll(() => status.textContent()).toBe('');
  await input.fill(words);
  await expect.poll(() => status.textContent()).not.toBe('');
}

/** What is marked on a page. */
async function marks(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get('hit') ?? [])].map((range) => String(range)));
}
