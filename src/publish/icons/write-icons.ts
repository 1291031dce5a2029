import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import { writeSiteFile } from '../../build/write-site-file.ts';
import type { IconShape } from './draw-icon.ts';

const drawer = new URL('./draw-icon.ts', import.meta.url);

/** By name. A system that cuts icons to its own shape (`maskable`, Apple's) wants them to fill their square. */
const icons: Record<string, IconShape> = {
  '192': { size: 192, rounded: 5 / 32, character: 0.42 },
  '512': { size: 512, rounded: 5 / 32, character: 0.42 },
  // What it may cut off lies outside of a circle of four fifths.
  'maskable-512': { size: 512, rounded: 0, character: 0.34 },
  '180': { size: 180, rounded: 0, character: 0.4 },
};

/**
 * Draws the icons that the book has on a screen of programs: `/app-icons/…`, named by `manifest.webmanifest`
 * and by every page. Not `/icons/`: Apache answers that from a folder of its own.
 *
 * @param dist folder of the built site
 */
export async function writeIcons(dist: string): Promise<void> {
  const cache = { name: 'pictures', module: drawer.href };
  for (const [name, shape] of Object.entries(icons)) {
    const png = await cached(cache, [shape], () => runInThread<Uint8Array>(drawer, shape));
    writeSiteFile(dist, `app-icons/${name}.png`, png);
  }
}
