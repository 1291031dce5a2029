import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readPlacement, site } from '../../site.ts';
import { serve } from '../../../scripts/serve.ts';
import { launchChromium } from './chromium.ts';
import { cutFaces, type PrintFace } from './cut-faces.ts';
import { nameAuthor } from './name-author.ts';

export interface PrintOptions {
  /** Folder of the built site. */
  dist: string;
  /** Path that it was built for, with a slash at both ends. */
  base: string;
  /** Where it will stand; undefined when the deployer did not say. */
  origin: string | undefined;
  /** The PDF to write. */
  file: string;
}

/**
 * Prints the page that has the whole book: A4, with an outline and tags. Links within the book stay links; those
 * to other files of the site lead to where it will stand, and nowhere when that is not known.
 *
 * @throws Error when the site is not built, or no Chromium is found
 */
export async function printBook({ dist, base, origin, file }: PrintOptions): Promise<void> {
  const server = await serve({ dist, base, port: 0 });
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const answer = await page.goto(`${server.address}print/`);
      if (!answer?.ok())
        throw new Error(`${dist} has no print/index.html. Build the site first: npm run build`);
      const faces = await cutFaces(await page.evaluate(() => document.body.textContent));
      await page.evaluate(prepare, { title: site.title, origin, faces });
      const pdf = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
      await writeFile(file, nameAuthor(pdf, site.author));
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

/** Runs in the page. */
async function prepare(book: {
  title: string;
  origin: string | undefined;
  faces: PrintFace[];
}): Promise<void> {
  const { title, origin, faces } = book;
  document.title = title;
  for (const { weight, font } of faces) {
    const bytes = Uint8Array.from(atob(font), (character) => character.charCodeAt(0));
    document.fonts.add(await new FontFace('Printed Sans', bytes, { weight }).load());
  }
  const { style } = document.documentElement;
  style.setProperty(
    '--sans',
    `'Printed Sans', ${getComputedStyle(document.body).getPropertyValue('--sans')}`,
  );
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.origin !== location.origin || link.pathname === location.pathname) continue;
    if (origin) link.href = origin + link.pathname + link.hash;
    else link.removeAttribute('href');
  }
  await document.fonts.ready;
  await Promise.allSettled([...document.images].map(async (picture) => picture.decode()));
}

if (import.meta.main) {
  const project = path.resolve(import.meta.dirname, '../../..');
  const file = path.join(project, 'book.pdf');
  try {
    await printBook({ dist: path.join(project, 'dist'), ...readPlacement(process.env), file });
    console.log(`The book is printed: ${file}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
