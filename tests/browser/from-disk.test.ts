import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { openBook } from './open-book.ts';

test.each(['plain', 'placed'] as const)(
  'a page of the build "%s" opened from a folder leads on to the files beside it, and says what is missing',
  async (name) => {
    const book = await openBook(name);
    const page = await book.browser.newPage();
    for (const file of ['index.html', 'maths/index.html', '404.html']) {
      await page.goto(pathToFileURL(path.join(inject('sites')[name].dist, file)).href);
      expect(await page.locator('#from-disk').isVisible()).toBe(true);
      const links = await page.evaluate(() => [...document.links].map(({ href }) => href));
      const files = links.filter((link) => link.startsWith('file:'));
      expect(files.length).toBeGreaterThan(5);
      expect(files.filter((link) => !existsSync(fileURLToPath(link.replace(/[?#].*/, ''))))).toEqual([]);
      expect(files.filter((link) => /\/([?#]|$)/.test(link))).toEqual([]);
    }
    for (const address of ['', 'maths/', '404.html']) {
      await page.goto(book.address + address);
      expect(await page.locator('#from-disk').isVisible()).toBe(false);
    }
    await book.close();
  },
);
