import { toString } from 'hast-util-to-string';
import postcss, { type Declaration, type Root } from 'postcss';
import { expect, inject, test } from 'vitest';
import { readPages } from './read-dist.ts';

/** The styles of the built site, each page's. */
const sheets: Root[] = readPages(inject('sites').plain.dist).map(({ elements }) =>
  postcss.parse(
    elements
      .filter(({ tagName }) => tagName === 'style')
      .map((style) => toString(style))
      .join('\n'),
  ),
);

/** What the site's own tokens are, by name: on a page each may be missing that nothing there reads. */
const tokens = new Map<string, Set<string>>();
for (const sheet of sheets)
  sheet.walkDecls(/^--/, ({ prop, value, parent }) => {
    // Paper has colours of its own.
    const conditions = ancestorNames(parent as Declaration['parent']);
    if (!conditions.includes('print')) tokens.set(prop, (tokens.get(prop) ?? new Set()).add(value));
  });

const themes = ['light', 'dark'] as const;
const surfaces = ['--bg', '--bg2'];

/** Ratios that text and lines must have at least on the page and on its tinted surface. */
const wanted = [
  ...['--ink', '--ink2', '--zhu', '--qing', '--lv', '--zhe'].flatMap((text) =>
    surfaces.map((surface) => [text, surface, 7] as const),
  ),
  ['--line2', '--bg', 3] as const,
  ['--line2', '--bg2', 3] as const,
  ['--ink', '--mark', 7] as const,
];

test.each(themes.flatMap((theme) => wanted.map((pair) => [theme, ...pair] as const)))(
  '%s: %s on %s has a contrast of at least %d',
  (theme, text, surface, least) => {
    expect(contrast(colour(text, theme), colour(surface, theme))).toBeGreaterThanOrEqual(least);
  },
);

// The exceptions of the design: large or short, each with its own least.
test.each(themes)('%s: white on the seal, and code on a line that a note speaks of, are legible', (theme) => {
  expect(contrast([255, 255, 255], colour('--seal', theme))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colour('--seal', theme), colour('--bg', theme))).toBeGreaterThanOrEqual(3);
  const marked = mix(colour('--qing', theme), colour('--bg2', theme), 0.09);
  for (const token of ['--ink', '--ink2', '--zhu', '--qing', '--lv', '--zhe'])
    expect(contrast(colour(token, theme), marked), token).toBeGreaterThanOrEqual(5.9);
});

test('browsers without light-dark() have the light colours', () => {
  const paired = [...tokens].filter(([, values]) =>
    [...values].some((value) => value.startsWith('light-dark')),
  );
  expect(paired.length).toBeGreaterThanOrEqual(13);
  for (const [name, values] of paired) {
    const light = [...values].filter((value) => !/^(light-dark|var)\(/.test(value));
    expect(light.map(parseColour), name).toEqual([colour(name, 'light')]);
  }
});

/** Chinese faces, and the site's own, which is one; whose marks are as wide as Chinese ones. */
const chinese = /^(PingFang SC|Edition Serif|Kaiti SC|Songti SC|inherit|sans-serif)$/;

/** Latin on purpose: code, and formulas, whose faces the site brings along. */
const latin =
  /^(ui-monospace|Edition (Main|Math|Size\d|AMS|Caligraphic|SansSerif|Script|Typewriter|Fraktur))$/;

test('no stack of faces begins with a Latin one, but for code and formulas', () => {
  const firsts = new Map<string, Set<string>>();
  for (const sheet of sheets)
    sheet.walkDecls(/^font(-family)?$/, ({ prop, value, parent }) => {
      if (parent?.type === 'atrule') return;
      const family = firstFamily(
        prop === 'font' ? value.replace(/^.*?[\d.]+(?:em|rem|px|pt|\))(?:\s*\/\s*\S+)?\s+/, '') : value,
      );
      const selector = (parent as unknown as { selector: string }).selector;
      firsts.set(family, (firsts.get(family) ?? new Set()).add(selector));
    });
  expect([...firsts.keys()]).toEqual(
    expect.arrayContaining(['PingFang SC', 'Edition Serif', 'ui-monospace']),
  );
  const wrong = [...firsts].filter(([family]) => !chinese.test(family) && !latin.test(family));
  expect(Object.fromEntries(wrong)).toEqual({});
  const code = [...(firsts.get('ui-monospace') ?? [])].filter(
    (selector) => !/\b(code|kbd|pre|listing|language)\b/.test(selector),
  );
  expect(code).toEqual([]);
});

function firstFamily(stack: string): string {
  const [first = ''] = stack.split(',');
  const [, name] = /^\s*var\((--[\w-]+)\)/.exec(first) ?? [];
  if (name) return firstFamily([...(tokens.get(name) ?? ['none'])][0] ?? '');
  return first.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function ancestorNames(node: Declaration['parent']): string {
  const names: string[] = [];
  for (let at = node; at && at.type !== 'root'; at = at.parent as Declaration['parent'])
    if (at.type === 'atrule') names.push((at as unknown as { params: string }).params);
  return names.join(' ');
}

type Colour = [red: number, green: number, blue: number];

/** The colour of a token in a theme. */
function colour(name: string, theme: (typeof themes)[number]): Colour {
  for (const value of tokens.get(name) ?? []) {
    const [, light, dark] = /^light-dark\((#\w+),\s*(#\w+)\)$/.exec(value) ?? [];
    if (light && dark) return parseColour(theme === 'light' ? light : dark);
  }
  throw new Error(`No page has a light and a dark ${name}.`);
}

function parseColour(hex: string): Colour {
  const digits = hex.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as Colour;
}

function mix(over: Colour, under: Colour, share: number): Colour {
  return over.map((part, index) => part * share + (under[index] ?? 0) * (1 - share)) as Colour;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(parts: Colour): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
