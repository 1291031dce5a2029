import { readFile } from 'node:fs/promises';
import satori, { type Font } from 'satori';
import { drawSvg } from '../../draw-svg.ts';
import { pictureSize } from '../preview-tags.ts';
import { layOut, type PictureText } from './layout.ts';
import { palettePng } from './palette-png.ts';
import { sans, serif, signs } from './picture-fonts.ts';

let loading: Promise<Font[]> | undefined;

/** Draws a picture, in a thread of the crew. Fonts are loaded with the first. */
export default async function renderPicture(text: PictureText): Promise<Uint8Array> {
  const fonts = await (loading ??= load());
  const svg = await satori(layOut(text) as Parameters<typeof satori>[0], { ...pictureSize, fonts });
  return drawSvg(svg, ({ pixels, width, height }) => palettePng(pixels, width, height));
}

async function load(): Promise<Font[]> {
  return [
    { name: 'Serif', data: await readFile(serif), weight: 700 },
    { name: 'Sans', data: await readFile(sans), weight: 400 },
    { name: 'Signs', data: await readFile(signs), weight: 400 },
  ];
}
