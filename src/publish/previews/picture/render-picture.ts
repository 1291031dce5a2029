import { readFile } from 'node:fs/promises';
import { openSync, type Font as OpenedFont } from 'fontkit';
import satori, { type Font } from 'satori';
import { drawSvg } from '../../draw-svg.ts';
import { layOut, type PictureText } from './layout.ts';
import { palettePng } from './palette-png.ts';
import { sans, serif, signs } from './picture-fonts.ts';
import { pictureSize } from './picture-size.ts';

/** A picture, and the characters of its text that its fonts have no glyph for. */
export interface DrawnPicture {
  png: Uint8Array;
  missing: string[];
}

/** The fonts of a thread: 25 MB, and what is made of them, loaded with its first picture. */
let loaded: Promise<{ fonts: Font[]; missing: (text: PictureText) => string[] }> | undefined;

/** Draws a picture, in a thread. */
export default async function renderPicture(text: PictureText): Promise<DrawnPicture> {
  const { fonts, missing } = await (loaded ??= load());
  const svg = await satori(layOut(text) as Parameters<typeof satori>[0], { ...pictureSize, fonts });
  const png = await drawSvg(svg, ({ pixels, width, height }) => palettePng(pixels, width, height));
  return { png, missing: missing(text) };
}

async function load() {
  const [ofTitle, ofLead, ofSigns] = [serif, sans, signs].map((file) => openSync(file)) as [
    OpenedFont,
    OpenedFont,
    OpenedFont,
  ];
  const lacking = (text: string, font: OpenedFont): string[] =>
    [...text].filter((character) =>
      [font, ofSigns].every((one) => !one.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    );
  return {
    fonts: [
      { name: 'Serif', data: await readFile(serif), weight: 700 },
      { name: 'Sans', data: await readFile(sans), weight: 400 },
      { name: 'Signs', data: await readFile(signs), weight: 400 },
    ] satisfies Font[],
    missing: ({ kicker, number, title, ornament, lead }: PictureText) => [
      ...new Set([...lacking(kicker + number + title + ornament, ofTitle), ...lacking(lead, ofLead)]),
    ],
  };
}
