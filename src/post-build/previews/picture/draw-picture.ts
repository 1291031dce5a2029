import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import satori, { type Font } from 'satori';
import { cached, cacheFolder } from '../../../file-cache.ts';
import { drawSvg, rasterizer } from '../../draw-svg.ts';
import { openSource } from '../../fonts/source-font.ts';
import { pictureSize } from '../preview-tags.ts';
import { layOut, type PictureText } from './layout.ts';
import { palettePng } from './palette-png.ts';

const require = createRequire(import.meta.url);

/** The complete fonts: what is drawn is not cut. */
const serif = require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf');
const sans = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/** For the signs of formulas that the others lack. */
const signs = require.resolve('katex/dist/fonts/KaTeX_Main-Regular.ttf');

/** Draws a picture, or takes it from the cache. */
export type Draw = (text: PictureText) => Promise<Buffer>;

/**
 * Prepares to draw pictures. Fonts and tools are loaded with the first one that is not in the cache.
 *
 * @param folder cache; the project's own unless a test has another
 */
export function pictureDrawer(folder = cacheFolder('pictures')): Draw {
  const fingerprint = fingerprintTools();
  let loading: Promise<Font[]> | undefined;
  return (text) => {
    const key = createHash('sha256')
      .update(JSON.stringify([fingerprint, text]))
      .digest('hex');
    return cached(path.join(folder, `${key.slice(0, 32)}.png`), async () =>
      draw(text, await (loading ??= load())),
    );
  };
}

/** The characters of a picture that its fonts have no glyph for. */
export function missingGlyphs({ kicker, number, title, ornament, lead }: PictureText): string[] {
  const lacks = (text: string, font: string) =>
    [...text].filter((character) =>
      [font, signs].every((file) => !openSource(file).has(character.codePointAt(0) ?? 0)),
    );
  return [...lacks(kicker + number + title + ornament, serif), ...lacks(lead, sans)];
}

async function draw(text: PictureText, fonts: Font[]): Promise<Buffer> {
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

/** One hash for the code of this folder, the versions of the tools, and the fonts. */
function fingerprintTools(): string {
  const hash = createHash('sha256');
  const packages = ['satori', '@expo-google-fonts/noto-serif-sc', '@expo-google-fonts/noto-sans-sc'];
  for (const name of packages) hash.update(readFileSync(require.resolve(`${name}/package.json`)));
  hash.update(readFileSync(signs));
  hash.update(readFileSync(rasterizer));
  for (const name of readdirSync(import.meta.dirname).sort())
    hash.update(name).update(readFileSync(path.join(import.meta.dirname, name)));
  return hash.digest('hex');
}
