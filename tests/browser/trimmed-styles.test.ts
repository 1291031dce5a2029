import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';
import { buildSite, type BuiltSite } from '../build/build-site.ts';
import { openBook, type OpenBook } from './open-book.ts';

let book: OpenBook;
/** The same site with all of its styles on every page. */
let whole: BuiltSite;
let wholeServer: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const overlay = 'tests/fixtures/untrimmed-styles';
  whole = await buildSite({ overlay, warmFrom: inject('sites').plain.root });
  if (whole.exitCode) throw new Error(whole.output);
  wholeServer = await serve({ dist: whole.dist, base: '/', port: 0 });
  book = await openBook();
});

afterAll(async () => {
  await book.close();
  await wholeServer.close();
  await whole.remove();
});

/** What a page may be in while it is read: each begins with the page as it was opened, wide and light. */
const states: Record<string, (page: Page) => Promise<unknown>> = {
  'as it was opened': async (page) => page.title(),
  'dark, with the focus on its last link': async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => {
      [...document.querySelectorAll<HTMLElement>('main a')].at(-1)?.focus({ focusVisible: true } as object);
    });
  },
  'narrow, with its contents open': async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[popover]')?.showPopover();
    });
  },
  'narrow, dark by choice, folds turned over, led to its last note': async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
      // What can be tried out loads what it needs, and its styles, when it is opened.
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([data-lab])'))
        details.open = !details.open;
      location.hash = [...document.querySelectorAll('main :is(aside, li, h2)[id]')].at(-1)?.id ?? '';
    });
  },
  'in the second reading': async (page) =>
    page.evaluate(() => {
      [...document.querySelectorAll<HTMLInputElement>('[type=radio]')][1]?.click();
    }),
  'in the last reading, led to its first note': async (page) =>
    page.evaluate(() => {
      [...document.querySelectorAll<HTMLInputElement>('[type=radio]')].at(-1)?.click();
      location.hash = document.querySelector('main aside[id]')?.id ?? '';
    }),
  printed: async (page) => page.emulateMedia({ media: 'print' }),
  'in the colours of the system': async (page) => page.emulateMedia({ forcedColors: 'active' }),
};

test.each(['jia-yangqing/', 'maths/', 'practice/', 'faq/'])(
  'what was taken out of the styles of /%s changes nothing of its look',
  async (address) => {
    const [trimmed, untrimmed] = await Promise.all([
      looks(book.browser, book.address + address),
      looks(book.browser, wholeServer.address + address),
    ]);
    expect(trimmed.size).toBe(Object.keys(states).length);
    // The states are states: they do not look the same.
    expect(new Set([...trimmed.values()].map((look) => look.join('\n'))).size).toBeGreaterThan(5);
    const changed = [...trimmed].flatMap(([state, look]) => {
      const other = untrimmed.get(state) ?? [];
      const differing = look.filter((element, index) => element !== other[index]);
      return look.length === other.length ? differing.slice(0, 5).map((one) => `${state}: ${one}`) : [state];
    });
    expect(changed).toEqual([]);
  },
);

test('every page has fewer bytes of styles than before, and less than two thirds of the shared ones', () => {
  const sizes = book.pages.map((address) => {
    const file = address.slice(book.address.length).replace(/(^|\/)$/, '$1index.html');
    const [now, before] = [inject('sites').plain.dist, whole.dist].map((dist) =>
      styleBytes(readFileSync(path.join(dist, file), 'utf8')),
    ) as [number, number];
    return { file, now, before };
  });
  expect(sizes.filter(({ now, before }) => now >= before)).toEqual([]);
  const [least] = sizes.map(({ now, before }) => now / before).sort();
  expect(least).toBeLessThan(2 / 3);
});

function styleBytes(html: string): number {
  const css = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text = '']) => text).join('');
  return brotliCompressSync(css).length;
}

/** How every element of a page looks in every state. */
async function looks(browser: Browser, address: string): Promise<Map<string, string[]>> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const found = new Map<string, string[]>();
  for (const [state, bring] of Object.entries(states)) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', media: 'screen', forcedColors: 'none' });
    await page.goto(address);
    await page.evaluate(() => {
      localStorage.clear();
    });
    await bring(page);
    found.set(state, await page.evaluate(describeElements));
    // An address that differs in its fragment alone would not be opened anew.
    await page.goto('about:blank');
  }
  await page.close();
  return found;
}

/** A line for each element and its generated content: where it is, and what decides how it is drawn. */
async function describeElements(): Promise<string[]> {
  const properties = [
    ...[
      'display',
      'visibility',
      'opacity',
      'position',
      'overflow-x',
      'content',
      'animation-name',
      'translate',
    ],
    ...['color', 'background-color', 'fill', 'stroke', 'box-shadow', 'outline', 'clip-path', 'cursor'],
    ...['border-top', 'border-right', 'border-bottom', 'border-left', 'border-top-left-radius'],
    ...['font-family', 'font-size', 'font-weight', 'font-style', 'line-height', 'letter-spacing'],
    ...['font-feature-settings', 'font-variant-numeric', 'text-align', 'text-decoration', 'white-space'],
    ...[
      'text-autospace',
      'text-spacing-trim',
      'text-wrap',
      'text-emphasis',
      'list-style-type',
      'writing-mode',
    ],
    ...['break-inside', 'break-after', 'orphans', 'counter-increment', 'scroll-margin-top', 'order'],
  ];
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  // What the browser makes of the place in the page, it makes between frames.
  await nextFrame();
  await nextFrame();
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const name = `${element.localName}${element.id && `#${element.id}`}.${element.getAttribute('class') ?? ''}`;
    const boxes = element.closest('svg, .katex') ? [null] : [null, '::before', '::after', '::marker'];
    const drawn = boxes.map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo === '::marker') return style.color;
      if (pseudo && style.content === 'none') return '';
      return properties.map((property) => style.getPropertyValue(property)).join(';');
    });
    return `<${name}> ${[x, y + scrollY, width, height].join(' ')} ${drawn.join(' | ')}`;
  });
}
