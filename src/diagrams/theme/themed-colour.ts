import { isWritten, normaliseColour } from './colour.ts';
import { PALETTES, TOKENS, type TokenName } from './palette.ts';

/**
 * Colours that Mermaid has written into its drawing code, by what they mean there. They ignore every
 * theme, so that black arrows would vanish on the dark page.
 */
const FIXED: Record<string, TokenName> = {
  '#000000': 'ink',
  '#222222': 'ink',
  '#333333': 'ink',
  '#444444': 'ink2',
  '#546e7a': 'ink2',
  '#666666': 'line2',
  '#777777': 'line2',
  '#808080': 'line2',
  '#999999': 'line2',
  '#aaaaaa': 'line2',
  '#bbbbbb': 'line2',
  '#cccccc': 'line',
  '#d3d3d3': 'line',
  '#dddddd': 'line',
  '#eaeaea': 'bg2',
  '#edf2ae': 'bg2',
  '#eeeeee': 'bg2',
  '#efefef': 'bg2',
  '#f4f4f4': 'bg2',
  '#ffffcc': 'bg2',
  '#ffffde': 'bg2',
  '#ffffff': 'bg',
  '#087ebf': 'qing',
  '#0000ff': 'qing',
  '#ff0000': 'zhu',
  '#ffa500': 'zhe',
};

/** d3's scheme of ten colours, which sankey takes whatever the theme says. */
const TABLEAU = '4e79a7 f28e2c e15759 76b7b2 59a14f edc949 af7aa1 ff9da7 9c755f bab0ab'
  .split(' ')
  .map((digits) => `#${digits}`);

const BY_PAIR = new Map(
  Object.entries(TOKENS).map(([name, { light, dark }]) => [`${light} ${dark}`, name as TokenName]),
);
const BY_LIGHT = new Map(
  Object.entries(TOKENS).map(([name, { light }]) => [light as string, name as TokenName]),
);

/**
 * One value for two themes: `var(--zhu)` where the pair is a token of the site, else `light-dark()`.
 *
 * An author who writes a token's light value (`style A stroke:#982812`) gets the token. All other colours
 * that stand in the source stay as they are.
 *
 * @param onText whether the colour is that of text
 */
export function themedColour(light: string, dark: string, source: string, onText = false): string {
  const [a, b] = [normaliseColour(light), normaliseColour(dark)];
  if (!a || !b) return light;
  // Venn sets its labels in whatever its own reckoning makes of the theme: black, nearly white.
  if (onText && a === '#000000') return 'var(--ink)';
  if (a !== b) return write(a, b);
  if (/^#......00$/.test(a)) return 'none';
  const token = BY_LIGHT.get(a);
  if (token) return `var(--${token})`;
  return isWritten(a, light, source) ? a : fixedColour(a, onText);
}

/** Whether a colour is one that Mermaid has written into its code, which is the same in every theme. */
export function isFixed(colour: string): boolean {
  return colour in FIXED || TABLEAU.includes(colour);
}

function fixedColour(colour: string, onText: boolean): string {
  // White text stood on a dark fill that the house style does not have.
  if (onText && colour === '#ffffff') return 'var(--ink)';
  const token = FIXED[colour];
  if (token) return `var(--${token})`;
  const place = TABLEAU.indexOf(colour);
  const [light, dark] = [PALETTES.light.series[place], PALETTES.dark.series[place]];
  return light && dark ? write(light, dark) : colour;
}

function write(light: string, dark: string): string {
  const token = BY_PAIR.get(`${light} ${dark}`);
  return token ? `var(--${token})` : `light-dark(${light},${dark})`;
}
