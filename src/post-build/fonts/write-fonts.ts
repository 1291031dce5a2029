import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { insertAfter } from '../edit-page.ts';
import type { Site } from '../read-site.ts';
import { findCharset } from '../write-policy.ts';
import type { FontFile, SiteFonts } from './cut-faces.ts';
import { declareFaces, preloadFaces } from './declare-faces.ts';
import { licenceText } from './licence.ts';

/** Folder in `dist` where Astro puts files whose name has a hash of their content. */
const folder = '_astro';

/**
 * Writes the site's fonts beside their licence, and declares on every page the faces that it uses. Pages are changed in memory; who writes their policy writes them.
 *
 * @param dist folder of the built site
 * @param fonts as they were cut (see cutFaces)
 */
export async function writeFonts(dist: string, { base }: Site, fonts: SiteFonts): Promise<void> {
  const files = new Map<string, FontFile>();
  for (const [page, loaded] of fonts) {
    for (const file of loaded) files.set(file.name, file);
    const charset = findCharset(page);
    const style = page.elements.find(({ name }) => name === 'style');
    if (!loaded.length || !charset || !style) continue;
    insertAfter(page, style, declareFaces(loaded, `${base}${folder}/`));
    insertAfter(page, charset, preloadFaces(loaded, `${base}${folder}/`));
  }
  if (!files.size) return;
  await mkdir(path.join(dist, folder), { recursive: true });
  await writeFile(path.join(dist, folder, 'fonts-licence.txt'), licenceText(files.values()));
  await Promise.all([...files].map(([name, { font }]) => writeFile(path.join(dist, folder, name), font)));
}
