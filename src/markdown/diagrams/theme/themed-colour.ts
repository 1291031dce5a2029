import { normaliseColour } from './colour.ts';
import { TOKENS, type TokenName } from './palette.ts';

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
  '#ffffff': 'bg',
  '#087ebf': 'qing',
};

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
 */
export function themedColour(light: string, dark: string, source: string): string {
  const [a, b] = [normaliseColour(light), normaliseColour(dark)];
  if (!a || !b) return light;
  if (/^#......00$/.test(a) && a === b) return 'none';
  const token =
    BY_PAIR.get(`${a} ${b}`) ?? (a === b ? (BY_LIGHT.get(a) ?? fixedToken(a, light, source)) : undefined);
  if (token) return `var(--${token})`;
  return a === b ? a : `light-dark(${a},${b})`;
}

function fixedToken(colour: string, written: string, source: string): TokenName | undefined {
  const text = source.toLowerCase();
  const short = colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  const isAuthors = [colour, short, written.toLowerCase()].some((form) => text.includes(form));
  return isAuthors ? undefined : FIXED[colour];
}
