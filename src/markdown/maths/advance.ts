import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

/** Faces of KaTeX by what its classes call them. */
const faces = {
  main: 'Main-Regular',
  mathnormal: 'Math-Italic',
  mathrm: 'Main-Regular',
  mathbf: 'Main-Bold',
  mathbb: 'AMS-Regular',
  mathcal: 'Caligraphic-Regular',
  size1: 'Size1-Regular',
  size2: 'Size2-Regular',
} as const;

export type Face = keyof typeof faces;

export function isFace(name: string): name is Face {
  return name in faces;
}

const opened = new Map<string, Font>();

/**
 * Width of a text in one of KaTeX's faces.
 *
 * @returns em of the face; undefined when it lacks one of the characters, which a face of the reader's sets then
 */
export function advance(text: string, face: Face): number | undefined {
  const font = open(faces[face]);
  // The space of no width keeps a column open for old browsers; no face has it.
  const signs = text.replaceAll('\u200B', '');
  if ([...signs].some((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))) return undefined;
  return font.layout(signs).advanceWidth / font.unitsPerEm;
}

function open(name: string): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = openSync(require.resolve(`katex/dist/fonts/KaTeX_${name}.ttf`));
  opened.set(name, font);
  return font;
}
