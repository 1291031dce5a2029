import { createHash } from 'node:crypto';
import type { Page } from '../read-page.ts';
import { families, type FontFace, type FontFamily } from './families.ts';
import type { SiteText } from './site-text.ts';
import { openSource } from './source-font.ts';
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

/** The font files of the site, by the pages that ask for them. */
export type SiteFonts = Map<Page, FontFile[]>;

/**
 * Cuts every face down to what the site shows of it.
 *
 * @param text what the pages show
 * @param folder cache; the project's own unless a test has another
 */
export async function cutFaces(text: SiteText, folder?: string): Promise<SiteFonts> {
  const fonts: SiteFonts = new Map([...text.keys()].map((page) => [page, []]));
  for (const family of families)
    for (const face of family.faces) {
      const shown = shownIn(face, text);
      if (!shown.size) continue;
      const all = [...new Set([...shown.values()].flatMap((codePoints) => [...codePoints]))];
      const files = await splitFace(shown, await subsetter(family, face, all, folder), family.limit);
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

/** What of each page's text the face can show: what it lacks, browsers take from the next family. */
function shownIn(face: FontFace, text: SiteText): Map<Page, Set<number>> {
  const shown = new Map<Page, Set<number>>();
  for (const [page, { faces }] of text) {
    const characters = faces.get(face);
    if (!characters) continue;
    const source = openSource(face.source);
    const codePoints = new Set([...characters.keys()].filter((codePoint) => source.has(codePoint)));
    if (codePoints.size) shown.set(page, codePoints);
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
