import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../build/file-cache.ts';
import { fingerprint } from '../../build/fingerprint.ts';
import { site } from '../../site.ts';
import { drawSvg } from '../draw-svg.ts';
import { kept } from '../keep.ts';
import { sealPicture, type SealShape } from './seal.ts';

/** By name. A system that cuts icons to its own shape (`maskable`, Apple's) wants them to fill their square. */
const icons: Record<string, SealShape> = {
  '192': { size: 192, rounded: 5 / 32, character: 0.42 },
  '512': { size: 512, rounded: 5 / 32, character: 0.42 },
  // What it may cut off lies outside of a circle of four fifths.
  'maskable-512': { size: 512, rounded: 0, character: 0.34 },
  '180': { size: 180, rounded: 0, character: 0.4 },
};

/**
 * Draws the icons that the book has on a screen of programs: `/icons/…`, named by `manifest.webmanifest` and
 * by every page.
 *
 * @param dist folder of the built site
 */
export async function writeIcons(dist: string): Promise<void> {
  const folder = path.join(dist, 'icons');
  await mkdir(folder, { recursive: true });
  // The versions of the font and of what draws stand in the lock file.
  const made = fingerprint(['publish/icons'], site);
  for (const [name, shape] of Object.entries(icons)) {
    const png = await kept(cacheFolder('icons'), [made, JSON.stringify(shape)], async () =>
      (await drawSvg(sealPicture(shape), (image) => image.asPng())).toString('base64'),
    );
    await writeFile(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'));
  }
}
