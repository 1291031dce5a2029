import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cached, cacheFolder } from '../../../build/file-cache.ts';
import { rasterizer } from '../../draw-svg.ts';
import { openFont, type SourceFont } from '../../fonts/open-font.ts';
import { painters } from '../../../build/threads/crew.ts';
import type { PictureText } from './layout.ts';
import { sans, serif, signs } from './picture-fonts.ts';

const require = createRequire(import.meta.url);

/** What draws, in a thread. */
const renderer = new URL('./render-picture.ts', import.meta.url);

/** What is being drawn, by its file in the cache: who asks for the same meanwhile gets the same. */
const drawing = new Map<string, Promise<Buffer>>();

interface PictureDrawer {
  /** Draws a picture, or takes it from the cache. */
  draw: (text: PictureText) => Promise<Buffer>;
  isKept: (text: PictureText) => boolean;
}

/**
 * Prepares to draw pictures. Threads are started for those that are not in the cache.
 *
 * @param folder cache; the project's own unless a test has another
 */
export function pictureDrawer(folder = cacheFolder('pictures')): PictureDrawer {
  const fingerprint = fingerprintTools();
  const fileOf = (text: PictureText): string => {
    const key = createHash('sha256')
      .update(JSON.stringify([fingerprint, text]))
      .digest('hex');
    return path.join(folder, `${key.slice(0, 32)}.png`);
  };
  return {
    draw: (text) => {
      const file = fileOf(text);
      const begun =
        drawing.get(file) ??
        cached(file, async () => Buffer.from(await painters.run<Uint8Array>(renderer, text))).finally(() =>
          drawing.delete(file),
        );
      drawing.set(file, begun);
      return begun;
    },
    isKept: (text) => existsSync(fileOf(text)),
  };
}

/** Opens the fonts of pictures, and returns a function that finds the characters of one that they have no glyph for. */
export function createGlyphFinder(): (text: PictureText) => string[] {
  const [ofTitle, ofLead, ofSigns] = [serif, sans, signs].map(openFont) as [
    SourceFont,
    SourceFont,
    SourceFont,
  ];
  const lacks = (text: string, font: SourceFont): string[] =>
    [...text].filter((character) => !font.has(character) && !ofSigns.has(character));
  return ({ kicker, number, title, ornament, lead }) => [
    ...lacks(kicker + number + title + ornament, ofTitle),
    ...lacks(lead, ofLead),
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
