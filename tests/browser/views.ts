import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';

/** A part of the book as a reader sees it. */
interface View {
  /** Name of its files in `references/`. */
  name: string;
  /** Address below the cover's. */
  address: string;
  /** What the picture begins with; the top of the page where nothing is said. */
  from?: string;
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
  media: 'screen' | 'print';
}

/** Where something stands: `main > p 4` and its box, in whole pixels. */
export interface Block {
  name: string;
  box: [left: number, top: number, width: number, height: number];
}

const places = [
  { name: 'cover', address: '' },
  { name: 'notes', address: 'jia-yangqing/' },
  { name: 'formulas', address: 'maths/', from: 'main .numbered-equation' },
  { name: 'diagram', address: 'core-concepts/', from: 'main figure:has(svg)' },
  { name: 'listing', address: 'practice/', from: 'main .listing' },
  { name: 'table', address: 'jia-yangqing/', from: 'main figure.table' },
  { name: 'questions', address: 'faq/' },
  { name: 'not-found', address: '404.html' },
];

/** What is kept as pictures: everything that is drawn in a way of its own, wide and narrow, light and dark. */
export const views: View[] = [
  ...places.flatMap((place) =>
    [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ].flatMap((size) =>
      (['light', 'dark'] as const).map((colorScheme) => ({
        ...place,
        ...size,
        name: `${place.name}-${size.width}-${colorScheme}`,
        colorScheme,
        media: 'screen' as const,
      })),
    ),
  ),
  {
    ...{ name: 'paper', address: 'jia-yangqing/', width: 794, height: 1123 },
    ...{ colorScheme: 'light', media: 'print' },
  },
];

/**
 * Takes the picture of a view, and notes where the blocks of the page stand.
 *
 * @param root address of the cover
 * @throws Error when what the picture should begin with is not there
 */
export async function readView(
  browser: Browser,
  root: string,
  view: View,
): Promise<{ picture: Buffer; blocks: Block[] }> {
  const { address, from, width, height, colorScheme, media } = view;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  try {
    await page.emulateMedia({ media });
    await page.goto(root + address);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    if (from) await page.evaluate(scrollToFirst, from);
    const shot = await page.screenshot();
    // 64 colours are enough for two themes of flat colours, and a fifth of the bytes.
    const picture = await sharp(shot).png({ palette: true, colours: 64, dither: 0, effort: 4 }).toBuffer();
    return { picture, blocks: await page.evaluate(listBlocks) };
  } finally {
    await page.close();
  }
}

/** Share of the pixels that differ visibly between two pictures; all of them when they differ in size. */
export async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all(
    [a, b].map((picture) => sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  );
  if (!one || !other || one.info.width !== other.info.width || one.info.height !== other.info.height)
    return 1;
  let differing = 0;
  const { data } = one;
  for (let at = 0; at < data.length; at += 3) {
    const distances = [0, 1, 2].map((part) =>
      Math.abs((data[at + part] ?? 0) - (other.data[at + part] ?? 0)),
    );
    // Less is what the palette and the smoothing of letters make of the same.
    if (Math.max(...distances) > 24) differing += 1;
  }
  return differing / (data.length / 3);
}

/** Brings the first match near the top of the window. */
function scrollToFirst(selector: string): void {
  const first = document.querySelector(selector);
  if (!first) throw new Error(`Nothing of ${location.href} matches ${selector}.`);
  scrollTo(0, scrollY + first.getBoundingClientRect().top - 40);
}

function listBlocks(): Block[] {
  return [...document.querySelectorAll('.masthead, .contents, main, main > *, main > .opening > *')]
    .filter((element) => element.checkVisibility())
    .map((element, index) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const box = [left, top + scrollY, width, height].map(Math.round) as Block['box'];
      return { name: `${index} ${element.localName}${element.id && `#${element.id}`}`, box };
    });
}

/**
 * What pictures depend on besides the site: the browser, to its last digit, and the letters of the machine's fonts, of
 * which the site brings none along for code. Of a font neither name nor measures tell its outlines: Liberation Mono 1
 * and 2 have both in common.
 *
 * @param address of the book
 * @returns the version of Chromium, and a hash of letters as it draws them
 */
export async function describeDrawing(
  browser: Browser,
  address: string,
): Promise<{ chromium: string; letters: string }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 200 } });
  try {
    await page.goto(address);
    await page.evaluate(() => {
      const specimens = ['--sans', '--kai', '--mono'].map((family) => {
        const specimen = document.createElement('p');
        specimen.textContent = `永${String.fromCharCode(...Array.from({ length: 94 }, (_, index) => index + 33))}`;
        specimen.style.font = `14px / 26px var(${family})`;
        return specimen;
      });
      document.body.replaceChildren(...specimens);
    });
    const pixels = await sharp(await page.screenshot())
      .raw()
      .toBuffer();
    return { chromium: browser.version(), letters: createHash('sha256').update(pixels).digest('hex') };
  } finally {
    await page.close();
  }
}
