import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import sharp from 'sharp';
import { site } from '../../site.ts';
import type { Palette } from '../../palette.ts';

const face = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
);

/** Width and height of the picture. */
const width = 600;
const height = 800;

/**
 * Draws the cover as old books have it: the title on a label from top to bottom, and a seal. Characters are drawn
 * as outlines, for no reader's machine need have the face.
 *
 * @returns a PNG, which all reading systems show: of twice the drawing's size, for pages are that fine
 */
export async function coverPicture(palette: Palette): Promise<Uint8Array> {
  const font = openSync(face);
  const colour = (name: string): string => palette.get(name)?.light ?? '#000';

  /** Characters below one another, from the middle of the first. */
  function column(text: string, x: number, y: number, size: number, step: number): string {
    const scale = size / font.unitsPerEm;
    const paths = [...text].map((character, index) => {
      const [glyph] = font.layout(character).glyphs;
      const left = x - ((glyph?.advanceWidth ?? 0) * scale) / 2;
      // The middle of a Han character lies .38 em above the base line.
      const base = y + index * step + size * 0.38;
      return `<path transform="translate(${round(left)} ${round(base)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${glyph?.path.toSVG() ?? ''}"/>`;
    });
    return paths.join('');
  }

  const title = [...site.title];
  const label = { x: 225, y: 70, width: 150, step: 60 };
  const tall = title.length * label.step + 70;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${2 * width}" height="${2 * height}">
<rect width="${width}" height="${height}" fill="${colour('bg')}"/>
<rect x="${label.x}" y="${label.y}" width="${label.width}" height="${tall}" fill="none" stroke="${colour('ink')}" stroke-width="4"/>
<rect x="${label.x + 9}" y="${label.y + 9}" width="${label.width - 18}" height="${tall - 18}" fill="none" stroke="${colour('ink')}"/>
<g fill="${colour('ink')}">${column(site.title, width / 2, label.y + 65, 50, label.step)}</g>
<rect x="279" y="${label.y + tall + 24}" width="42" height="72" rx="4" fill="${colour('seal')}"/>
<g fill="#fff">${column('校注', width / 2, label.y + tall + 44, 28, 32)}</g>
</svg>`;
  return sharp(Buffer.from(drawing)).png({ palette: true, colours: 32 }).toBuffer();
}

function round(value: number): string {
  return value.toFixed(2);
}
