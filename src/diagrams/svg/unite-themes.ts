import type { ThemedColours } from '../theme/themed-colours.ts';

const COLOURS = ['fill', 'stroke', 'stop-color'];

/**
 * Walks the light and the dark rendering in parallel and writes each pair of colours into the light
 * one: as a token of the site, or as `light-dark()`.
 *
 * @param source of the diagram; colours that stand in it are the author's and stay
 * @throws Error when the two are not built alike, which is a fault of the palettes, not of the source
 */
export function uniteThemes(light: Element, dark: Element, source: string, colours: ThemedColours): void {
  if (light.localName !== dark.localName || light.children.length !== dark.children.length) {
    throw new Error(`The light and the dark rendering differ in structure at <${light.localName}>.`);
  }
  for (const name of COLOURS) uniteAttribute(light, dark, name, source, colours);
  for (const [index, child] of [...light.children].entries()) {
    const other = dark.children[index];
    if (other) uniteThemes(child, other, source, colours);
  }
}

/**
 * The same from the light rendering alone, where the palette says what all of its colours are in the dark one: to draw
 * a second time would double what a diagram costs.
 *
 * @returns false when one colour cannot be told; then nothing is changed, and the diagram must be drawn in dark too
 */
export function uniteByPalette(light: Element, source: string, colours: ThemedColours): boolean {
  const united: { element: Element; name: string; colour: string }[] = [];
  for (const element of [light, ...light.querySelectorAll('*')])
    for (const name of COLOURS) {
      const colour = element.getAttribute(name);
      if (colour === null) continue;
      const dark = colours.darkOf(colour, source);
      if (dark === undefined) return false;
      united.push({ element, name, colour: colours.unite(colour, dark, source, isOnText(element)) });
    }
  for (const { element, name, colour } of united) element.setAttribute(name, colour);
  return true;
}

function uniteAttribute(
  light: Element,
  dark: Element,
  name: string,
  source: string,
  colours: ThemedColours,
): void {
  const pair = [light.getAttribute(name), dark.getAttribute(name)] as const;
  if (pair[0] === null && pair[1] === null) return;
  // SVG's own initial value, where only one of the two names a colour.
  const [forLight, forDark] = pair.map((value) => value ?? 'black');
  if (forLight === undefined || forDark === undefined) return;
  light.setAttribute(name, colours.unite(forLight, forDark, source, isOnText(light)));
}

function isOnText(element: Element): boolean {
  return isText(element) || (element.localName === 'g' && holdsOnlyText(element));
}

function isText(element: Element): boolean {
  return element.localName === 'text' || element.localName === 'tspan';
}

function holdsOnlyText(group: Element): boolean {
  const leaves = [...group.querySelectorAll('*')].filter((element) => element.children.length === 0);
  const drawn = leaves.filter(({ localName }) => localName !== 'rect' && localName !== 'g');
  return drawn.length > 0 && drawn.every(isText);
}
