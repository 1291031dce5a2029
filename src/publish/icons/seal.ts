import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import { site } from '../../site.ts';

const face = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
);

/** How a seal stands in its square. */
export interface SealShape {
  /** In pixels, of both sides. */
  size: number;
  /** Radius of its corners, as a share of its side. */
  rounded: number;
  /** Size of a character, as a share of the side. */
  character: number;
}

/**
 * Draws the seal: 校注 from top to bottom, cut out of vermilion. Characters are drawn as outlines, in the
 * middle of what is inked of them, since a seal has no line to stand on.
 *
 * @returns an SVG
 */
export function sealPicture({ size, rounded, character }: SealShape): string {
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
    `<rect width="${size}" height="${size}" rx="${rounded * size}" fill="${site.seal}"/>` +
    `<g fill="#fff">${glyphs.join('')}</g></svg>`
  );
}
