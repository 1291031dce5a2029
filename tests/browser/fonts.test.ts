import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePage } from '../../src/build/html.ts';
import { faceOf, readFaceText } from '../../src/publish/fonts/read-face-text.ts';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;

beforeAll(async () => {
  book = await openBook();
});

afterAll(() => book.close());

const pages = ['', 'maths/', 'core-concepts/', 'algorithms/', 'practice/', 'references/'];

describe.each([1440, 390])('at %d px', (width) => {
  test.each(pages)('nothing of /%s moves when its fonts come', async (address) => {
    const page = await book.browser.newPage({ viewport: { width, height: 900 } });
    const release = await holdFonts(page);
    // The load event would wait for the fonts.
    await page.goto(book.address + address, { waitUntil: 'domcontentloaded' });
    const before = await positions(page);
    expect(await loadedFamilies(page)).toEqual([]);
    await release();
    const after = await positions(page);

    expect(await loadedFamilies(page)).toContain('Edition Serif');
    expect(before.length).toBeGreaterThan(2);
    const moved = after.filter(({ top, height }, index) => {
      const was = before[index];
      return !was || Math.abs(top - was.top) > 0.5 || Math.abs(height - was.height) > 0.5;
    });
    expect(moved).toEqual([]);
    await page.close();
  });
});

test('the build knows which text style sheets set in which of its faces', async () => {
  const page = await book.browser.newPage();
  const differing: string[] = [];
  for (const address of book.pages) {
    const response = await page.goto(address);
    const known = readFaceText(parsePage((await response?.text()) ?? ''));
    const shown = new Map<string, string>();
    for (const look of [{ width: 1440 }, { width: 390 }, { width: 1440, media: 'print' as const }]) {
      await page.setViewportSize({ width: look.width, height: 900 });
      await page.emulateMedia({ media: look.media ?? 'screen' });
      for (const { text, ...font } of await page.evaluate(listTexts)) {
        const face = faceOf(font);
        if (face) shown.set(face, (shown.get(face) ?? '') + text);
      }
    }
    expect(shown.get('Edition Serif 700'), address).toMatch(/\p{Script=Han}/u);
    for (const face of new Set([...shown.keys(), ...known.keys()])) {
      const [here, there] = [
        lettersOf(shown.get(face) ?? ''),
        lettersOf([...(known.get(face)?.keys() ?? [])]),
      ];
      const lacking = [...here].filter((letter) => !there.has(letter));
      const needless = [...there].filter((letter) => !here.has(letter));
      if (lacking.length) differing.push(`${address}: ${face} has to have ${lacking.join('')}`);
      if (needless.length) differing.push(`${address}: ${face} does not show ${needless.join('')}`);
    }
  }
  await page.close();
  expect(differing, 'mend displayRules in src/publish/fonts/font-rules.ts').toEqual([]);
});

test('a formula in a line is as wide as the build says, and none is left out', async () => {
  const page = await book.browser.newPage();
  const wrong: string[] = [];
  let parts = 0;
  for (const address of book.pages) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('.katex .base')]
        .filter((part) => !part.closest('.katex-display'))
        .map((part) => {
          const said = part.getBoundingClientRect().width;
          const names = part.className;
          part.className = 'base';
          const own = part.getBoundingClientRect().width;
          part.className = names;
          return { text: part.textContent, said, own, named: names !== 'base' };
        }),
    );
    parts += found.length;
    for (const { text, said, own, named } of found)
      if (!named || Math.abs(said - own) > 0.3) wrong.push(`${address} ${text}: ${said} for ${own}`);
  }
  await page.close();
  expect(parts).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

/** The characters of a text that need a glyph that can be seen. */
function lettersOf(text: Iterable<string>): Set<string> {
  return new Set([...text].filter((one) => !/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(one)));
}

/** All text of a page, that which style sheets generate too, with the first family of its font. */
function listTexts(): { text: string; family: string; weight: number; style: 'normal' | 'italic' }[] {
  const fontOf = ({ fontFamily, fontWeight, fontStyle }: CSSStyleDeclaration) => ({
    family: (fontFamily.split(',')[0] ?? '').replaceAll('"', ''),
    weight: Number(fontWeight),
    style: fontStyle === 'italic' ? ('italic' as const) : ('normal' as const),
  });
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const texts = [
      { text: own.map(({ nodeValue }) => nodeValue).join(''), style: getComputedStyle(element) },
    ];
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      // What stands behind the slash is for those who cannot see it.
      const seen = style.content.split(' / ')[0] ?? '';
      texts.push({ text: [...seen.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join(''), style });
    }
    return texts.filter(({ text }) => text.trim()).map(({ text, style }) => ({ text, ...fontOf(style) }));
  });
}

/** Holds the answers to all requests for fonts, until the function that it returns has let them through. */
async function holdFonts(page: Page): Promise<() => Promise<void>> {
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/*.woff2', async (route) => {
    await gate.promise;
    await route.continue();
  });
  return async () => {
    gate.resolve(undefined);
    await page.waitForLoadState();
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
  };
}

/** Where everything in the column of text stands. Notes in the margin are left out: they move nothing else. */
async function positions(page: Page): Promise<{ name: string; top: number; height: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, p, figure, table)')]
      .filter((element) => !element.closest('.note'))
      .map((element) => {
        const { top, height } = element.getBoundingClientRect();
        return { name: `${element.tagName} ${element.textContent.trim().slice(0, 20)}`, top, height };
      }),
  );
}

async function loadedFamilies(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );
}
