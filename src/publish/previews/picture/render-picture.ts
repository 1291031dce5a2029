import { readFile } from 'node:fs/promises';
import { openSync, type Font as OpenedFont } from 'fontkit';
import satori, { type Font } from 'satori';
import { drawSvg } from '../../draw-svg.ts';
import { drawableText } from './drawable-text.ts';
import { layOut, type PictureText } from './layout.ts';
import { palettePng } from './palette-png.ts';
import { pictureFonts } from './picture-fonts.ts';
import { pictureSize } from './picture-size.ts';

/** A picture, and the characters of its text that no font has a glyph for: they are left out. */
export interface DrawnPicture {
  png: Uint8Array;
  missing: string[];
}

/** The fonts of a thread: 25 MB, and what is made of them, loaded with its first picture. */
let loaded: Promise<{ fonts: Font[]; has: (character: string) => boolean }> | undefined;

/** Draws a picture, in a thread. */
export default async function renderPicture(wanted: PictureText): Promise<DrawnPicture> {
  const { fonts, has } = await (loaded ??= load());
  const { text, missing } = drawableText(wanted, has);
  const svg = await satori(layOut(text) as Parameters<typeof satori>[0], { ...pictureSize, fonts });
  const png = await drawSvg(svg, ({ pixels, width, height }) => palettePng(pixels, width, height));
  return { png, missing };
}

async function load() {
  const opened = pictureFonts.map(({ file }) => openSync(file) as OpenedFont);
  const read = pictureFonts.map(async ({ file, ...font }) => ({ ...font, data: await readFile(file) }));
  return {
    fonts: (await Promise.all(read)) satisfies Font[],
    has: (character: string) =>
      opened.some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  };
}
