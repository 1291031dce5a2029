import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBook, type OpenBook } from './open-book.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 390, height: 844 };

let book: OpenBook;

beforeAll(async () => {
  // Below a path: what is loaded later must be found there, too.
  book = await openBook('placed');
});

afterAll(() => book.close());

/** Opens a page, and fails the test on whatever it complains of. */
async function open(address: string): Promise<Page> {
  const page = await book.browser.newPage({ viewport: phone, hasTouch: true });
  page.on('pageerror', (error) => expect.fail(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') expect.fail(message.text());
  });
  await page.goto(book.address + address);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const results = await page.evaluate<AxeResults>('axe.run("[data-lab]", { resultTypes: ["violations"] })');
    expect(results.passes.length).toBeGreaterThan(10);
    found.push(
      ...results.violations.map(
        ({ help, nodes }) => `${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
    );
  }
  return found;
}

/** Counts from here on, as `counts.drawings`, how often the curve of the regression is drawn. */
async function countDrawings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counts = { drawings: 0 };
    const line = document.querySelector('.lab-drawings path[stroke-width]');
    new MutationObserver((found) => (counts.drawings += found.length)).observe(line as Element, {
      attributes: true,
    });
    Object.assign(window, { counts });
  });
}

test('who does not believe the correction of δ₁ sees it on a phone: two taps from the note', async () => {
  const page = await open('maths/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const note = page.locator('.note').filter({ hasText: '隐层一式多乘了A₁' });
  await note.locator('summary').tap();
  expect(asked.filter((url) => url.includes('_astro'))).toEqual([]);
  await note.getByRole('link', { name: '自己量一量' }).tap();

  const lab = page.locator('#lab-backprop');
  await lab.locator('table').first().waitFor();
  expect(asked.every((url) => url.startsWith(book.address))).toBe(true);
  const status = lab.getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toMatch(/正确的式子与量出来的相对误差\d\.\d×10⁻.*原文的式子0\.\d+，不是梯度/);
  expect(await status.evaluate((line) => line.getBoundingClientRect().bottom < innerHeight)).toBe(true);

  // With other shapes the article's formula cannot be computed at all, and what does not fit is said.
  await lab.getByLabel('形状').selectOption({ label: '一般的形状' });
  await expect.poll(() => status.textContent()).toContain('原文的式子在这种形状下算不出');
  expect(await lab.innerText()).toContain('3×2与3×2不能相乘');
  expect(await lab.evaluate((place) => place.scrollWidth <= place.clientWidth)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('the steps go forth and back by keyboard, are told, and can be linked', async () => {
  const page = await open('maths/#lab-backprop');
  const lab = page.locator('#lab-backprop');
  const back = lab.getByRole('button', { name: '上一步' });
  await back.focus();
  for (const name of ['δ₁', 'δ₂', 'ℒ', 'A₂', 'Z₂', 'A₁', 'Z₁', 'Z₁']) {
    await page.keyboard.press('Enter');
    expect(await lab.locator('[aria-current=step]').textContent()).toBe(name);
  }
  // It did not lose the focus where there is no way further.
  expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await lab.getByRole('status').textContent()).toBe('3×2乘2×3，得3×3；b₁加到每一行。');

  const other = await open(page.url().slice(book.address.length));
  await other.locator('#lab-backprop [aria-current=step]').waitFor();
  expect(new URL(other.url()).hash).toBe('#lab-backprop');
  expect(await other.locator('#lab-backprop [aria-current=step]').textContent()).toBe('Z₁');
  await other.close();
  await page.close();
});

test('wrong input is told beside its field, and nothing of it is lost', async () => {
  const page = await open('maths/#lab-backprop');
  const lab = page.locator('#lab-backprop');
  await lab.getByText('改数').tap();
  for (const [text, said] of [
    ['1 2\n3', '第2行有1个数，第1行有2个：各行要一样多。'],
    ['', '是空的：一行写一行的数，用空格隔开。'],
    ['NaN 1', '“NaN”不是数。'],
    ['1e300 1', '1e300太大：要在±1,000,000之内。'],
    ['1 2\n3 4\n5 6', 'X有2列，W₁有3行：要一样多，XW₁才算得出。'],
  ] as const) {
    const field = lab.getByLabel(/^W₁/);
    await field.fill(text);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const wrong = page.locator(`#${(await field.getAttribute('aria-describedby')) ?? ''}`);
    expect(await wrong.textContent()).toBe(said);
    expect(await field.inputValue()).toBe(text);
    expect(await lab.locator('.lab-matrix').count()).toBe(0);
  }
  const field = lab.getByLabel(/^W₁/);
  await field.fill('1 2 3\n4 5 6');
  expect(await field.getAttribute('aria-invalid')).toBe('false');
  expect(await lab.locator('.lab-matrix').count()).toBeGreaterThan(4);
  await page.close();
});

test('the regression runs its 4,000 updates in parts, between which the page has its turn', async () => {
  const page = await open('practice/#lab-regression');
  const lab = page.locator('#lab-regression');
  await lab.getByRole('button', { name: '运行' }).tap();
  await expect
    .poll(() => lab.getByRole('status').textContent())
    .toMatch(/^走完4,000次更新，训练误差0\.08652，/);
  expect(await lab.locator('tbody tr').first().innerText()).toMatch(/现在\s+2\.038\s+3\.016\s+0\.4747/);
  expect(new URL(page.url()).searchParams.get('lab')).toBe('0.01_32_1000_1_42');
  // The plane that was fitted is drawn over the samples, and its corners are told.
  expect(await lab.locator('.lab-drawings desc').textContent()).toMatch(
    /\(0,0\)处0\.475，\(1,0\)处2\.51，\(0,1\)处3\.49，\(1,1\)处5\.53。/,
  );
  expect(await violations(page)).toEqual([]);

  // A long run is drawn while it is under way: it does not hold the page until its end.
  await lab.getByLabel('轮数').fill('2000');
  await lab.getByLabel(/每批几个/).fill('1');
  await countDrawings(page);
  await lab.getByRole('button', { name: '运行' }).tap();
  await expect.poll(() => lab.getByRole('status').textContent()).toMatch(/^走完200,000次更新/);
  expect(await page.evaluate('counts.drawings')).toBeGreaterThan(2);
  await lab.getByRole('button', { name: '重来' }).tap();
  await lab.getByRole('button', { name: '走一步' }).tap();
  await expect.poll(() => lab.getByRole('status').textContent()).toMatch(/^第1次更新：训练误差/);

  await lab.getByLabel('学习率').fill('快');
  expect(await lab.getByText('“快”不是数。').isVisible()).toBe(true);
  expect(await lab.getByLabel(/每批几个/).inputValue()).toBe('1');
  await page.close();
});

test('a link to a run that diverges shows it, and why', async () => {
  const page = await open('practice/?lab=0.7_100_50_1_42#lab-regression');
  const status = page.locator('#lab-regression').getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toMatch(
      /^发散：50次更新，误差从.*学习率0\.7大于这组样本的2\/λ最大＝0\.662：.*每步乘1−ηλ＝−1\.12，越走越远。$/,
    );
  await page.close();
});

test('what is touched is large enough, and nothing moves for those who want no motion', async () => {
  const page = await open('practice/#lab-regression');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = page.locator('#lab-regression');
  await lab.locator('table').waitFor();
  const small = await lab
    .locator('button, input, select, textarea')
    .evaluateAll((targets) =>
      targets
        .filter((target) => target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML),
    );
  expect(small).toEqual([]);
  await countDrawings(page);
  await lab.getByRole('button', { name: '运行' }).tap();
  await expect.poll(() => lab.getByRole('status').textContent()).toMatch(/^走完/);
  expect(await page.evaluate('counts.drawings')).toBe(1);
  await page.close();
});

test('without scripts the figures, their tables and the way to try it at home are there', async () => {
  const context = await book.browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  for (const [address, lab, figure] of [
    ['maths/', '#lab-backprop', '#fig-readings'],
    ['practice/', '#lab-regression', '#fig-losses'],
  ] as const) {
    await page.goto(book.address + address);
    await page.locator(`${lab} summary`).click();
    expect(await page.locator(`${lab} p`).innerText()).toContain('没有脚本时');
    expect(await page.locator(`${lab} :is(button, input)`).count()).toBe(0);
    await page.locator(`${figure} summary`).click();
    expect(await page.locator(`${figure} svg`).isVisible()).toBe(true);
    expect(await page.locator(`${figure} td`).first().isVisible()).toBe(true);
  }
  await context.close();
});
