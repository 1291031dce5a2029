import type { PageText } from './face-text.ts';
import { families, nameFace } from './families.ts';
import { openSource } from './source-font.ts';

/** The characters that a page shows, by the name of the face that they are set in. */
export type ShownText = Readonly<Record<string, string>>;

/**
 * Lists what a page shows in the site's own faces, and they have: what they lack, browsers take from the next family of
 * the stack.
 *
 *     { 'Edition Serif 700': '校注', 'Edition Main 400 italic': 'Wx' }
 */
export function listShown({ faces }: PageText): ShownText {
  const shown: Record<string, string> = {};
  for (const family of families)
    for (const face of family.faces) {
      const codePoints = [...(faces.get(face)?.keys() ?? [])];
      if (!codePoints.length) continue;
      const source = openSource(face.source);
      const had = codePoints.filter((codePoint) => source.has(codePoint)).sort((a, b) => a - b);
      if (had.length) shown[nameFace(family, face)] = String.fromCodePoint(...had);
    }
  return shown;
}
