import { statSync } from 'node:fs';
import path from 'node:path';
import type { Completion } from './finish-page.ts';
import type { FontFile } from '../fonts/cut-faces.ts';
import { declareFaces, preloadFaces } from '../fonts/declare-faces.ts';
import type { SitePage } from './read-site.ts';
import { sayBytes } from './say-bytes.ts';
import { crew } from '../../build/threads/crew.ts';

const finisher = new URL('./finish-page.ts', import.meta.url);

/**
 * Completes the pages that wait for it, when nothing of the site is left to be made but what is made of finished pages.
 *
 * @param dist folder of the built site
 * @param fonts the font files that each page asks for
 * @param folder address of the folder that these stand in, with a slash at its end
 */
export async function finishPages(
  dist: string,
  fonts: ReadonlyMap<SitePage, FontFile[]>,
  folder: string,
): Promise<void> {
  const completions = [...fonts].flatMap(([{ file, seams }, files]): Completion[] => {
    if (!seams) return [];
    const sizes = seams.sizes.map((of) => sayBytes(statSync(path.join(dist, of.file)).size));
    return [{ file, seams, faces: declareFaces(files, folder), preload: preloadFaces(files, folder), sizes }];
  });
  await crew.runEach(finisher, completions, { dist });
}
