import { createHash } from 'node:crypto';
import { families, nameFace, type FontFace, type FontFamily } from './families.ts';
import type { ShownText } from './list-shown.ts';
import { splitFace, type FacePart } from './split-face.ts';
import { subsetter } from './subset-face.ts';

/** A font file that the site ships. */
export interface FontFile {
  family: FontFamily;
  face: FontFace;
  /** With a hash of its content: `edition-serif-700.1a2b3c4d5e.woff2`. */
  name: string;
  font: Buffer;
  /** The characters that it is for; undefined when it is the only one of its face. */
  codePoints: number[] | undefined;
  /** The file that all pages share. */
  core: boolean;
}

/** Of more pages with text in a face, most have a font of their own, and Brotli's last level is not worth its time. */
const many = 200;

/**
 * Cuts every face down to what the site shows of it.
 *
 * @param text what the pages show
 * @param folder cache; the project's own unless a test has another
 * @returns the font files that each page asks for
 */
export async function cutFaces<Page>(
  text: ReadonlyMap<Page, ShownText>,
  folder?: string,
): Promise<Map<Page, FontFile[]>> {
  const hurried = [...text.values()].filter((faces) => Object.keys(faces).length).length > many;
  const fonts = new Map<Page, FontFile[]>([...text.keys()].map((page) => [page, []]));
  for (const family of families)
    for (const face of family.faces) {
      const shown = shownIn(nameFace(family, face), text);
      if (!shown.size) continue;
      const all = new Set<number>();
      for (const codePoints of shown.values()) for (const codePoint of codePoints) all.add(codePoint);
      const subset = await subsetter(family, face, [...all], { hurried, folder });
      const files = await splitFace(shown, subset, family.limit);
      const split = files.pages.size > 0;
      const core = describe(family, face, files.core, split, true);
      for (const [page, codePoints] of shown) {
        const own = files.pages.get(page);
        const loaded = fonts.get(page);
        if (files.core.codePoints.some((codePoint) => codePoints.has(codePoint))) loaded?.push(core);
        if (own) loaded?.push(describe(family, face, own, split, false));
      }
    }
  return fonts;
}

/** The characters of a face that each page shows. */
function shownIn<Page>(face: string, text: ReadonlyMap<Page, ShownText>): Map<Page, Set<number>> {
  const shown = new Map<Page, Set<number>>();
  for (const [page, faces] of text) {
    const characters = faces[face];
    if (characters) shown.set(page, new Set([...characters].map((one) => one.codePointAt(0) ?? 0)));
  }
  return shown;
}

function describe(
  family: FontFamily,
  face: FontFace,
  { font, codePoints }: FacePart,
  split: boolean,
  core: boolean,
): FontFile {
  const hash = createHash('sha256').update(font).digest('hex').slice(0, 10);
  const slant = face.style === 'italic' ? '-italic' : '';
  const stem = family.name.toLowerCase().replaceAll(' ', '-');
  return {
    family,
    face,
    name: `${stem}-${face.weight}${slant}.${hash}.woff2`,
    font,
    codePoints: split ? codePoints : undefined,
    core,
  };
}
