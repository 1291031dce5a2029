import type { ColourRole, Palette } from '../diagram.ts';
import { mixColours } from './colour.ts';

export type Theme = 'light' | 'dark';

/** One theme's colours, as hex: Mermaid computes with colours, so `var()` cannot go in. */
export interface ThemeColours extends Record<ColourRole, string> {
  theme: Theme;
  /** Colours of lines, dots and borders in series; text on the background is readable in them. */
  series: string[];
  /** Fills in series; text is readable on them. */
  washes: string[];
  /** The palette's own names of the accents. */
  accents: { name: string; colour: string }[];
}

/** How much of an accent is in a wash on the background. */
const WASH = 0.2;
const DEEP_WASH = 0.3;

export function createThemeColours(palette: Palette, theme: Theme): ThemeColours {
  const roles = Object.fromEntries(
    Object.entries(palette).map(([role, colour]) => [role, colour[theme]]),
  ) as Record<ColourRole, string>;
  const { red, blue, green, brown, mutedText, background } = roles;
  const pure = [blue, brown, green, red];
  const mixed = [
    mixColours(blue, green, 0.5),
    mixColours(brown, red, 0.5),
    mixColours(blue, red, 0.5),
    mixColours(green, brown, 0.5),
  ];
  const all = [...pure, ...mixed];
  return {
    ...roles,
    theme,
    series: [...all, mutedText, ...pure.map((colour) => mixColours(colour, mutedText, 0.5))],
    washes: [
      ...all.map((colour) => mixColours(colour, background, WASH)),
      ...pure.map((colour) => mixColours(colour, background, DEEP_WASH)),
    ],
    accents: [palette.red, palette.blue, palette.green, palette.brown].map((accent) => ({
      name: accent.name,
      colour: accent[theme],
    })),
  };
}
