import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { writeWorker } from '../../src/publish/offline/write-worker.ts';
import { serve, type RunningServer } from '../../scripts/serve.ts';

/** A book that is served from a copy, so that it can be changed, and a reader who has never been there. */
let dist: string;
let server: RunningServer;
let context: BrowserContext;
let said: string[];
let page: Page;

async function visit(name: 'plain' | 'placed'): Promise<void> {
  const { dist: built, base } = inject('sites')[name];
  dist = await mkdtemp(path.join(os.tmpdir(), 'edition-offline-'));
  await cp(built, dist, { recursive: true });
  server = await serve({ dist, base, port: 0 });
  page = await openPage('');
}

beforeEach(async () => {
  const browser = await launchChromium();
  context = await browser.newContext();
  said = [];
  context.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  context.on('weberror', (event) => said.push(event.error().message));
});
afterEach(async () => {
  await context.browser()?.close();
  await server.close();
  await rm(dist, { recursive: true, force: true });
});

async function openPage(address: string): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto(server.address + address);
  return opened;
}

const ready = (from: Page) => from.getByText('可离线阅读').waitFor();

describe.each(['plain', 'placed'] as const)('%s: after one visit, with the network cut,', (name) => {
  beforeEach(async () => {
    await visit(name);
    await ready(page);
    await server.close();
    await context.setOffline(true);
  });

  test('every page opens with its fonts, search finds, and what is not there is said to be lost', async () => {
    const files = await readdir(dist, { recursive: true });
    const pages = files.filter((file) => /^(?!s\/|print\/).*index\.html$/.test(file));
    expect(pages.length).toBeGreaterThanOrEqual(14);
    for (const file of pages) {
      const response = await page.goto(server.address + file.replace(/index\.html$/, ''));
      expect([file, response?.status()]).toEqual([file, 200]);
      expect(await response?.text()).toBe(await readFile(path.join(dist, file), 'utf8'));
      const faces = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].map(({ status }) => status).filter((status) => status !== 'unloaded');
      });
      expect(faces).toContain('loaded');
      expect(faces).not.toContain('error');
    }

    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('链式法则');
    await page.locator('.search-dialog li a').first().click();
    await page.waitForURL('**/*#*');
    await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);

    for (const [asked, got] of [
      ['maths?reading=article#maths', 'maths/?reading=article#maths'],
      ['maths/index.html', 'maths/index.html'],
      ['?from=home', '?from=home'],
    ]) {
      expect((await page.goto(server.address + asked))?.status()).toBe(200);
      expect(page.url()).toBe(server.address + got);
    }
    const lost = await page.goto(`${server.address}no/such/page/`);
    expect([lost?.status(), await page.locator('h1').textContent()]).toEqual([404, '此页已佚']);
    // What is there, but not kept, is not said to be lost.
    await expect(page.goto(`${server.address}print/`)).rejects.toThrow('ERR_FAILED');
    expect(said.filter((text) => !/404|ERR_FAILED/.test(text))).toEqual([]);
  });
});

/** Puts a second version where the first was: other words on every page, and another search. */
async function deploy(): Promise<void> {
  for (const file of await readdir(dist, { recursive: true }))
    if (file.endsWith('.html')) {
      const html = await readFile(path.join(dist, file), 'utf8');
      await writeFile(path.join(dist, file), html.replaceAll('校注本第一版', '校注本第二版'));
    }
  const records = path.join(dist, 'search/1.json');
  await writeFile(records, (await readFile(records, 'utf8')).replace('校注本', '校注本第二版'));
  const worker = path.join(dist, 'sw.js');
  const [, ...code] = (await readFile(worker, 'utf8')).split('\n');
  await writeFile(worker, code.join('\n'));
  await writeWorker(dist);
}

/** Has the browser look for a new version, and says what became of that. */
async function update(from: Page): Promise<string | undefined> {
  return from.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    // A page that was opened may have found it already.
    const worker = registration.installing ?? registration.active;
    while (worker && !['activated', 'redundant'].includes(worker.state))
      await new Promise((change) => {
        worker.addEventListener('statechange', change, { once: true });
      });
    return worker?.state;
  });
}

/** Which version a page is of, and which one the files that it loads. */
async function versions(from: Page): Promise<boolean[]> {
  const search = await from.evaluate(async () => {
    const { href } = new URL('search/1.json', (await navigator.serviceWorker.ready).scope);
    return (await fetch(href)).text();
  });
  return [
    (await from.locator('.colophon').textContent())?.includes('第二版') ?? false,
    search.includes('校注本第二版'),
  ];
}

const caches = (from: Page) => from.evaluate(async () => (await window.caches.keys()).length);

describe('a new version', () => {
  const [first, second] = [
    [false, false],
    [true, true],
  ];

  test('takes the place of the old one as a whole, page by page, and fetches only what is new', async () => {
    await visit('plain');
    await ready(page);
    await page.reload();
    const [font = ''] = (await readdir(path.join(dist, '_astro'))).filter((name) => name.endsWith('.woff2'));
    await deploy();
    // Nobody can fetch it any more: it must be taken from the old version.
    await rm(path.join(dist, '_astro', font));
    const other = await openPage('maths/');
    expect(await versions(other)).toEqual(first);

    expect(await update(page)).toBe('activated');
    expect([await versions(page), await versions(other)]).toEqual([first, first]);
    await server.close();
    await page.goto(`${server.address}faq/`);
    expect([await versions(page), await versions(other)]).toEqual([second, first]);
    expect(await page.evaluate(async (url) => (await fetch(url)).status, `/_astro/${font}`)).toBe(200);

    await other.close();
    await page.goto(server.address);
    await expect.poll(() => caches(page)).toBe(2);
    expect(said).toEqual([]);
  });

  test('that is deployed in part is refused as a whole', async () => {
    await visit('plain');
    await ready(page);
    await page.reload();
    const old = await readFile(path.join(dist, 'summary/index.html'));
    await deploy();
    const fresh = await readFile(path.join(dist, 'summary/index.html'));
    await writeFile(path.join(dist, 'summary/index.html'), old);
    expect(await update(page)).toBe('redundant');
    await page.goto(`${server.address}faq/`);
    expect(await versions(page)).toEqual(first);

    await writeFile(path.join(dist, 'summary/index.html'), fresh);
    expect(await update(page)).toBe('activated');
    await page.goto(`${server.address}summary/`);
    expect(await versions(page)).toEqual(second);
  });

  test('a page that the old one does not have is taken from the network with all that it loads', async () => {
    await visit('plain');
    await ready(page);
    await page.reload();
    await deploy();
    await cp(path.join(dist, 'faq'), path.join(dist, 'new'), { recursive: true });
    await page.goto(`${server.address}new/`);
    expect(await versions(page)).toEqual(second);
  });
});

test.each([
  [
    'absent',
    (): void => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    },
  ],
  [
    'forbidden',
    (): void => {
      // An empty page has none.
      if ('serviceWorker' in navigator)
        navigator.serviceWorker.register = () => Promise.reject(new Error('no'));
    },
  ],
  [
    'not wanted',
    (): void => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    },
  ],
] as const)('where a worker is %s, a page is as it was, and silent', async (_, prevent) => {
  await context.addInitScript(prevent);
  await context.addInitScript(() => {
    addEventListener('unhandledrejection', ({ reason }) => {
      console.error(String(reason));
    });
  });
  await visit('plain');
  await page.waitForLoadState('load');
  await page.goto(`${server.address}faq/`);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await page.getByText('可离线阅读').isVisible()).toBe(false);
  expect(
    await page.evaluate(() => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null),
  ).toBe(false);
  expect(said).toEqual([]);
});
