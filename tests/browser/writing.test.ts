import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { launchChromium } from '../../src/exports/pdf/chromium.ts';
import { copyProject, environmentOf } from '../build/build-site.ts';

/**
 * `npm run dev` on a copy of the project: what an author sees in the terminal and over the page.
 */
let root: string;
let server: ChildProcess;
let browser: Browser;
let address = '';
let said = '';

/** Waits until the terminal says something, from where the last such wait ended. */
async function told(words: RegExp): Promise<string> {
  await vi.waitFor(() => expect(said).toMatch(words), { timeout: 60_000, interval: 50 });
  const all = said;
  said = '';
  return all;
}

beforeAll(async () => {
  root = await copyProject();
  await cp(path.join(inject('sites').plain.root, '.cache'), path.join(root, '.cache'), { recursive: true });
  const astro = path.join('scripts', 'astro.mjs');
  server = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
    cwd: root,
    env: environmentOf(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (said += stripVTControlCharacters(chunk.toString())));
  address = /http:\/\/localhost:\d+\//.exec(await told(/Local +http:\S+\n/))?.[0] ?? '';
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.kill();
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

test('problems are told in the terminal and over the page, and go when they are mended', async () => {
  const page = await browser.newPage();
  const other = await browser.newPage();
  // The first page compiles what all of them need.
  page.setDefaultNavigationTimeout(120_000);
  await page.goto(`${address}outlook/`);
  await other.goto(`${address}summary/`);
  const overlays = [page, other].map((tab) => tab.locator('vite-error-overlay'));
  const chapter = path.join(root, 'content/chapters/08-outlook.mdx');
  const right = await readFile(chapter, 'utf8');

  // What the pipeline finds, what only the whole book shows, and what leaves no page at all.
  for (const [wrong, rule, words, compiles] of [
    ['$\\alhpa$', 'formula-unknown-command', /KaTeX does not know the command \\alhpa/, false],
    ['见[一节](/maths/#modle)。', 'link-to-no-section', /does not have.*nearest: \/maths\/#model/s, true],
    ['$$\na', 'formula-unclosed', /opens with "\$\$" here is never closed/, false],
    ['<Note', 'tag-malformed', /tag-malformed/, false],
  ] as const) {
    // What a build beside it writes is of no matter.
    await mkdir(path.join(root, '.building'), { recursive: true });
    await writeFile(path.join(root, '.building', `${rule}.html`), rule);
    await writeFile(chapter, `${right}\n<Supplement>\n\n${wrong}\n\n</Supplement>\n`);
    const terminal = await told(new RegExp(`docs/errors.md#${rule}`));
    expect(terminal).toMatch(/content\/chapters\/08-outlook\.mdx:\d+:\d+ {2}/);
    expect(terminal).not.toContain('.building');
    // Astro's own error comes later, and does not take the place of ours.
    if (!compiles) await told(/What is wrong is told above: content\/chapters\/08-outlook\.mdx:\d+/);
    for (const overlay of overlays) {
      await overlay.waitFor({ state: 'attached' });
      await expect
        .poll(() => overlay.evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? ''))
        .toMatch(words);
    }
    await writeFile(chapter, right);
    await told(/The content is in order again/);
    for (const overlay of overlays) await overlay.waitFor({ state: 'detached' });
  }
  expect(await page.locator('h1').textContent()).toContain('未来');
}, 240_000);

test('diagrams, formulas and notes are shown as the build shows them', async () => {
  const page = await browser.newPage();
  const shapes = () => {
    const main = document.querySelector('main');
    return ['svg[role]', 'svg[role] text', '.katex', '.note', 'pre .line', 'h2', 'a[href^="#"]'].map(
      (selector) => `${selector} ${main?.querySelectorAll(selector).length ?? 0}`,
    );
  };
  const { dist } = inject('sites').plain;
  for (const name of ['core-concepts', 'maths']) {
    await page.goto(`${address}${name}/`);
    const written = await page.evaluate(shapes);
    await page.setContent(await readFile(path.join(dist, name, 'index.html'), 'utf8'));
    expect(written).toEqual(await page.evaluate(shapes));
    expect(written).not.toContain('.note 0');
  }
  expect(said, 'what is right is no matter for the terminal').not.toContain('Failed to parse');
});
