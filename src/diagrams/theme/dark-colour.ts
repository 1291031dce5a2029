import { isWritten, normaliseColour } from './colour.ts';
import { isFixed } from './themed-colour.ts';
import { PALETTES, TOKENS, type Palette } from './palette.ts';

const TOKEN_COLOURS = new Set<string>(Object.values(TOKENS).map(({ light }) => light));

/** The dark colour of each light one; those that stand for two dark ones are left out. */
const DARK_BY_LIGHT = pairColours(PALETTES.light, PALETTES.dark);

/**
 * What a colour of the light drawing would be in the dark one, without drawing that.
 *
 * @param light as it stands in the drawing
 * @param source of the diagram
 * @returns the same colour for what no theme touches (`none`, the author's own, what Mermaid has written into its
 *   code); nothing where it cannot be told: Mermaid reckoned the colour from one of the palette's, or the author's
 *   happens to be one of them
 */
export function darkColour(light: string, source: string): string | undefined {
  const colour = normaliseColour(light);
  if (!colour) return light;
  const written = isWritten(colour, light, source);
  const dark = DARK_BY_LIGHT.get(colour);
  if (dark) return written && !TOKEN_COLOURS.has(colour) ? undefined : dark;
  return written || isFixed(colour) ? light : undefined;
}

function pairColours(light: Palette, dark: Palette): Map<string, string> {
  const coloursOf = ({ series, washes, ...rest }: Palette): string[] => [
    ...Object.keys(TOKENS).map((name) => rest[name as keyof typeof TOKENS]),
    ...series,
    ...washes,
  ];
  const darks = coloursOf(dark);
  const pairs = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const [index, colour] of coloursOf(light).entries()) {
    const other = darks[index] ?? '';
    if ((pairs.get(colour) ?? other) !== other) ambiguous.add(colour);
    pairs.set(colour, other);
  }
  for (const colour of ambiguous) pairs.delete(colour);
  return pairs;
}
