import { createHash } from 'node:crypto';
import { families, nameFace, type FontFace, type FontFamily } from './families.ts';
import { openFont, type SourceFont } from './open-font.ts';
import type { ShownText } from './read-face-text.ts';
import { splitFace, type FacePart } from './split-face.ts';
import { createSubsetter } from './subset-face.ts';

/** A font file that the site ships. */
export interface FontFile {
  family: FontFamily;
  face: FontFace;
  /** The font that it is cut from. */
  source: SourceFont;
  /** With a hash of its content: `edition-serif-700.1a2b3c4d5e.woff2`. */
  name: string;
  font: Uint8Array;
  /** The characters that it is for; undefined when it is the only one of its face. */
  characters: string[] | undefined;
  /** The file that all pages share. */
  core: boolean;
}

/**
 * Cuts every face down to what the site shows of it.
 *
 * @param text what the pages show
 * @param cacheRoot folder of the caches; the project's own unless a test has another
 * @returns the font files that each page asks for
 */
export async function cutFaces<Page>(
  text: ReadonlyMap<Page, ShownText>,
  cacheRoot?: string,
): Promise<Map<Page, FontFile[]>> {
  const fonts = new Map<Page, FontFile[]>([...text.keys()].map((page) => [page, []]));
  for (const family of families)
    for (const face of family.faces) {
      const all = new Set([...text.values()].flatMap((shown) => [...(shown[nameFace(family, face)] ?? '')]));
      if (!all.size) continue;
      const source = openFont(face.source);
      // What it lacks, browsers take from the next family of the stack.
      const had = new Set([...all].filter(source.has));
      const shown = shownIn(nameFace(family, face), text, had);
      if (!shown.size) continue;
      const subset = createSubsetter(family, face, source, [...had].sort(), cacheRoot);
      const files = await splitFace(shown, subset, family.limit);
      const split = files.pages.size > 0;
      const describe = ({ font, characters }: FacePart, core: boolean): FontFile => ({
        ...{ family, face, source, font, core, name: nameFile(family, face, font) },
        characters: split ? characters : undefined,
      });
      const core = describe(files.core, true);
      for (const [page, characters] of shown) {
        const own = files.pages.get(page);
        const loaded = fonts.get(page);
        if (files.core.characters.some((character) => characters.has(character))) loaded?.push(core);
        if (own) loaded?.push(describe(own, false));
      }
    }
  return fonts;
}

/** The characters of a face that each page shows, of those that the face has. */
function shownIn<Page>(
  face: string,
  text: ReadonlyMap<Page, ShownText>,
  had: ReadonlySet<string>,
): Map<Page, Set<string>> {
  const shown = new Map<Page, Set<string>>();
  for (const [page, faces] of text) {
    const characters = [...(faces[face] ?? '')].filter((character) => had.has(character));
    if (characters.length) shown.set(page, new Set(characters));
  }
  return shown;
}

function nameFile(family: FontFamily, face: FontFace, font: Uint8Array): string {
  const hash = createHash('sha256').update(font).digest('hex').slice(0, 10);
  const stem = nameFace(family, face).toLowerCase().replaceAll(' ', '-');
  return `${stem}.${hash}.woff2`;
}
