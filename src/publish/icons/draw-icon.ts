import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import { readPalette } from '../../palette.ts';
import { drawSvg } from '../draw-svg.ts';

const face = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
);

/** How the seal stands in the square of an icon. */
export interface IconShape {
  /** In pixels, of both sides. */
  size: number;
  /** Radius of its corners, as a share of its side. */
  rounded: number;
  /** Size of a character, as a share of the side. */
  character: number;
}

/** Draws an icon, in a thread: a PNG. */
export default async function drawIcon(shape: IconShape): Promise<Uint8Array> {
  return drawSvg(sealPicture(shape), (image) => image.asPng());
}

/**
 * Draws the seal: 校注 from top to bottom, cut out of vermilion. Characters are drawn as outlines, in the
 * middle of what is inked of them, since a seal has no line to stand on.
 *
 * @returns an SVG
 */
function sealPicture({ size, rounded, character }: IconShape): string {
  const font = openSync(face);
  const scale = (character * size) / font.unitsPerEm;
  const glyphs = [...'校注'].map((sign, index) => {
    const path = font.layout(sign).glyphs[0]?.path;
    if (!path) throw new Error(`${face} has no outline for ${sign}.`);
    const { minX, maxX, minY, maxY } = path.bbox;
    const x = size / 2 - (scale * (minX + maxX)) / 2;
    const y = size / 2 + (index - 0.5) * character * size + (scale * (minY + maxY)) / 2;
    return `<path transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${path.toSVG()}"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">` +
    `<rect width="${size}" height="${size}" rx="${rounded * size}" fill="${readPalette().get('seal')?.light ?? ''}"/>` +
    `<g fill="#fff">${glyphs.join('')}</g></svg>`
  );
}
