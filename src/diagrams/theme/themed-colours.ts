import type { ColourRole, Palette } from '../diagram.ts';
import { writtenColours } from '../source/written-colours.ts';
import { normaliseColour } from './colour.ts';
import { createThemeColours, type Theme, type ThemeColours } from './theme-colours.ts';

/**
 * Colours that Mermaid has written into its drawing code, by what they mean there. They ignore every
 * theme, so that black arrows would vanish on the dark page.
 */
const FIXED: Record<string, ColourRole> = {
  '#000000': 'text',
  '#222222': 'text',
  '#333333': 'text',
  '#444444': 'mutedText',
  '#546e7a': 'mutedText',
  '#666666': 'line',
  '#777777': 'line',
  '#808080': 'line',
  '#999999': 'line',
  '#aaaaaa': 'line',
  '#bbbbbb': 'line',
  '#cccccc': 'faintLine',
  '#d3d3d3': 'faintLine',
  '#dddddd': 'faintLine',
  '#eaeaea': 'surface',
  '#edf2ae': 'surface',
  '#eeeeee': 'surface',
  '#efefef': 'surface',
  '#f4f4f4': 'surface',
  '#ffffcc': 'surface',
  '#ffffde': 'surface',
  '#ffffff': 'background',
  '#087ebf': 'blue',
  '#0000ff': 'blue',
  '#ff0000': 'red',
  '#ffa500': 'brown',
};

/** d3's scheme of ten colours, which sankey takes whatever the theme says. */
const TABLEAU = '4e79a7 f28e2c e15759 76b7b2 59a14f edc949 af7aa1 ff9da7 9c755f bab0ab'
  .split(' ')
  .map((digits) => `#${digits}`);

/** Writes colours of a drawing so that they follow the page's theme. */
export class ThemedColours {
  readonly light: ThemeColours;
  readonly dark: ThemeColours;
  readonly #palette: Palette;
  /** The dark colour of each light one of the palette; nothing for one that stands for two dark ones. */
  readonly #darkByLight: ReadonlyMap<string, string | undefined>;

  constructor(palette: Palette) {
    this.#palette = palette;
    this.light = createThemeColours(palette, 'light');
    this.dark = createThemeColours(palette, 'dark');
    this.#darkByLight = pairColours(Object.keys(palette) as ColourRole[], this.light, this.dark);
  }

  /** Returns a colour of the palette for an attribute: `var(--ink)`. */
  variable(role: ColourRole): string {
    return `var(--${this.#palette[role].name})`;
  }

  /**
   * Returns one value for two themes: `var(--zhu)` where the pair is a colour of the palette, else `light-dark()`.
   *
   * An author who writes the light value of such a colour (`style A stroke:#982812`) gets that colour. All others
   * that stand in the source stay as they are.
   *
   * @param onText whether the colour is that of text
   */
  unite(light: string, dark: string, source: string, onText = false): string {
    const [a, b] = [normaliseColour(light), normaliseColour(dark)];
    if (!a || !b) return light;
    // Venn sets its labels in whatever its own reckoning makes of the theme: black, nearly white.
    if (onText && a === '#000000') return this.variable('text');
    if (a !== b) return this.pair(a, b);
    if (/^#......00$/.test(a)) return 'none';
    const role = this.#roleOf((colour) => colour.light === a);
    if (role) return this.variable(role);
    return writtenColours(source).has(a) ? a : this.#fixed(a, onText);
  }

  /** Returns one value for a colour in light and another in dark. */
  pair(light: string, dark: string): string {
    const role = this.#roleOf((colour) => colour.light === light && colour.dark === dark);
    if (role) return this.variable(role);
    return light === dark ? light : `light-dark(${light},${dark})`;
  }

  /** Returns what a value of the drawing is in light and in dark, as `#rrggbb` or `#rrggbbaa`; nothing for no paint. */
  resolve(value: string): Record<Theme, string> | undefined {
    const name = /^var\(--(.*)\)$/.exec(value)?.[1];
    const colour = Object.values(this.#palette).find((one) => one.name === name);
    if (colour) return colour;
    const [, light, dark] = /^light-dark\((.*),(.*)\)$/.exec(value) ?? ['', value, value];
    const pair = { light: normaliseColour(light ?? ''), dark: normaliseColour(dark ?? '') };
    return pair.light && pair.dark ? { light: pair.light, dark: pair.dark } : undefined;
  }

  /**
   * Returns what a colour of the light drawing would be in the dark one, without drawing that: the same for what no
   * theme touches (`none`, the author's own, what Mermaid has written into its code). Nothing where it cannot be told:
   * Mermaid reckoned the colour from one of the palette's, or the author's happens to be one of them.
   *
   * @param light as it stands in the drawing
   */
  darkOf(light: string, source: string): string | undefined {
    const colour = normaliseColour(light);
    if (!colour) return light;
    const written = writtenColours(source).has(colour);
    if (!this.#darkByLight.has(colour))
      return written || colour in FIXED || TABLEAU.includes(colour) ? light : undefined;
    const isPlain = this.#roleOf((one) => one.light === colour) !== undefined;
    return written && !isPlain ? undefined : this.#darkByLight.get(colour);
  }

  #fixed(colour: string, onText: boolean): string {
    // White text stood on a dark fill that the house style does not have.
    if (onText && colour === '#ffffff') return this.variable('text');
    const role = FIXED[colour];
    if (role) return this.variable(role);
    const place = TABLEAU.indexOf(colour);
    const [light, dark] = [this.light.series[place], this.dark.series[place]];
    return light && dark ? this.pair(light, dark) : colour;
  }

  #roleOf(test: (colour: Palette[ColourRole]) => boolean): ColourRole | undefined {
    return (Object.keys(this.#palette) as ColourRole[]).find((role) => test(this.#palette[role]));
  }
}

function pairColours(
  roles: readonly ColourRole[],
  light: ThemeColours,
  dark: ThemeColours,
): Map<string, string | undefined> {
  const coloursOf = (colours: ThemeColours): string[] => [
    ...roles.map((role) => colours[role]),
    ...colours.series,
    ...colours.washes,
  ];
  const darks = coloursOf(dark);
  const pairs = new Map<string, string | undefined>();
  for (const [index, colour] of coloursOf(light).entries()) {
    const isNew = !pairs.has(colour) || pairs.get(colour) === darks[index];
    pairs.set(colour, isNew ? darks[index] : undefined);
  }
  return pairs;
}
