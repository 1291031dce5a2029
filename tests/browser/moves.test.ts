import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { buildSite, type BuiltSite } from '../build/build-site.ts';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';

/** Moves of every kind: old address, new address. */
const moves = [
  ['/maths/#old-section', '/maths/#model'],
  ['/maths/#old-table', '/maths/#tab-shapes'],
  ['/glossary/#old-term', '/glossary/#token'],
  ['/references/#old-key', '/references/#kimi-k2'],
  ['/faq/#old-question', '/faq/#emergence'],
  ['/maths/#old-theory', '/practice/#theory'],
  ['/mathematics/', '/maths/'],
  ['/mathematics/#old-bigram', '/practice/#bigram'],
] as const;

let site: BuiltSite;
let server: RunningServer;
let browser: Browser;
let overlay: string;

beforeAll(async () => {
  overlay = await mkdtemp(path.join(os.tmpdir(), 'edition-moves-'));
  await mkdir(path.join(overlay, 'content'));
  const list = await readFile(path.resolve(import.meta.dirname, '../../content/anchors.txt'), 'utf8');
  const lines = [...moves.map((move) => move.join(' -> ')), '/mathematics/#deltas', ''];
  await writeFile(path.join(overlay, 'content/anchors.txt'), list + lines.join('\n'));
  site = await buildSite({ overlay, warmFrom: inject('sites').plain.root, env: { BASE_PATH: '/a/b' } });
  expect(site.output).toContain('Complete!');
  server = await serve({ dist: site.dist, base: '/a/b/', port: 0 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await site.remove();
  await rm(overlay, { recursive: true });
});

test.each([true, false])('old addresses lead to where things are now, with scripts: %s', async (scripts) => {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  const root = server.address.replace(/\/$/, '');
  for (const [old, now] of [...moves, ['/mathematics/#deltas', '/maths/#deltas']] as const) {
    const [oldPage, fragment] = old.split('#');
    const [nowPage, id] = now.split('#');
    await page.goto(root + old);
    if (oldPage === nowPage) {
      // The old id stands at the same place.
      const tops = await Promise.all(
        [fragment, id].map(async (one) => (await page.locator(`#${one}`).boundingBox())?.y ?? Infinity),
      );
      expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0)), old).toBeLessThan(60);
      expect(Math.abs(tops[1] ?? 0), old).toBeLessThan(720);
    } else if (scripts) await page.waitForURL(root + now);
    else if (oldPage === '/mathematics/') {
      // A refresh cannot ask for the fragment: it leads to the page that took its place.
      await page.waitForURL((url) => url.pathname.endsWith('/maths/'));
    } else {
      await page.locator(`#${fragment} a`).click();
      await page.waitForURL(root + now);
    }
  }
  await context.close();
});

test('pages with old addresses are valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      'require-sri': 'off',
    },
  });
  const pages = [...new Set(moves.map(([old]) => old.replace(/#.*/, '')))];
  const said = await Promise.all(
    pages.map(async (page) => {
      const { results } = await validator.validateFile(path.join(site.dist, page, 'index.html'));
      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${page} ${ruleId}: ${message}`),
      );
    }),
  );
  expect(said.flat().filter((one) => !/no-style-tag/.test(one))).toEqual([]);
});
