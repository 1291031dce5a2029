import { mixColours } from './colour.ts';

/** The site's colour tokens that diagrams use; each is the custom property `--<name>`. */
export const TOKENS = {
  bg: { light: '#fbfaf6', dark: '#15171a' },
  bg2: { light: '#f4f1ea', dark: '#1d2024' },
  ink: { light: '#211e1a', dark: '#dcd6ca' },
  ink2: { light: '#544e47', dark: '#b1aba0' },
  zhu: { light: '#982812', dark: '#f2917b' },
  qing: { light: '#1c4a73', dark: '#92bde4' },
  lv: { light: '#1a5a48', dark: '#85c8ac' },
  zhe: { light: '#74461c', dark: '#dcb480' },
  line2: { light: '#8d8579', dark: '#757a80' },
  line: { light: '#e3ddd1', dark: '#2e3237' },
} as const;

export type TokenName = keyof typeof TOKENS;
export type ThemeName = 'light' | 'dark';

/** One theme's colours, as hex: Mermaid computes with colours, so `var()` cannot go in. */
export interface Palette extends Record<TokenName, string> {
  name: ThemeName;
  /** Colours of lines, dots and borders in series; text on the page colour is readable in them. */
  series: string[];
  /** Fills in series; `ink` is readable on them. */
  washes: string[];
}

/** How much of a pigment is in a wash on the page colour. */
const WASH = 0.2;
const DEEP_WASH = 0.3;

export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: createPalette('light'),
  dark: createPalette('dark'),
};

function createPalette(name: ThemeName): Palette {
  const tokens = Object.fromEntries(
    Object.entries(TOKENS).map(([token, pair]) => [token, pair[name]]),
  ) as Record<TokenName, string>;
  const { qing, zhe, lv, zhu, ink2, bg } = tokens;
  const pure = [qing, zhe, lv, zhu];
  const mixed = [
    mixColours(qing, lv, 0.5),
    mixColours(zhe, zhu, 0.5),
    mixColours(qing, zhu, 0.5),
    mixColours(lv, zhe, 0.5),
  ];
  const series = [...pure, ...mixed];
  const washes = [
    ...series.map((colour) => mixColours(colour, bg, WASH)),
    ...pure.map((colour) => mixColours(colour, bg, DEEP_WASH)),
  ];
  return { ...tokens, name, series: [...series, ink2, ...pure.map((c) => mixColours(c, ink2, 0.5))], washes };
}
