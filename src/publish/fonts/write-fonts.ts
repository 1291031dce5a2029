import { writeSiteFile } from '../../build/write-site-file.ts';
import type { FontFile } from './cut-faces.ts';

/** Folder in `dist` where Astro puts files whose name has a hash of their content. */
export const fontFolder = '_astro';

/**
 * Writes the site's fonts.
 *
 * @param dist folder of the built site
 * @param loaded the font files that pages ask for, in the order of the pages
 */
export function writeFonts(dist: string, loaded: Iterable<FontFile[]>): void {
  const files = new Map([...loaded].flat().map((file) => [file.name, file]));
  for (const [name, { font }] of files) writeSiteFile(dist, `${fontFolder}/${name}`, font);
}
