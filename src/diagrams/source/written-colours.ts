import { normaliseColour } from '../theme/colour.ts';

/** Where a colour is one: elsewhere `#666` or `white` are words of a label. */
const STYLING =
  /^\s*(?:style|classDef|linkStyle|rect|box|set|union)\b|(?:fill|stroke|colou?r|background)\w*["']?\s*[:=]|[Cc]olor\s*=/;
const PREAMBLE = /^\s*---\s*\n[\s\S]*?\n\s*---\s*\n|%%\{[\s\S]*?\}%%/g;
const COLOUR = /#[\da-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|\b[a-z]{3,20}\b/gi;

let last: { source: string; colours: ReadonlySet<string> } | undefined;

/** Returns the colours that an author has written, as `normaliseColour` writes them: they are the same in both themes. */
export function writtenColours(source: string): ReadonlySet<string> {
  if (last?.source === source) return last.colours;
  const lines = source.split('\n').filter((line) => STYLING.test(line));
  const text = [...(source.match(PREAMBLE) ?? []), ...lines].join('\n');
  const colours = new Set<string>();
  for (const [written] of text.matchAll(COLOUR)) {
    const colour = normaliseColour(written);
    if (colour) colours.add(colour);
  }
  last = { source, colours };
  return colours;
}
