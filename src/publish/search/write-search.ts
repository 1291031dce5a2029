import { partsFile } from '../../client/search/parts.ts';
import type { SearchRecord } from '../../client/search/record.ts';
import { cacheFolder } from '../../build/file-cache.ts';
import { fingerprint } from '../../build/fingerprint.ts';
import { placeFile } from '../../build/place-file.ts';
import { indexers } from '../../build/threads/crew.ts';
import type { IndexFile, Indexing } from './index-part.ts';

const indexer = new URL('./index-part.ts', import.meta.url);

/** Folder of the index in the site. */
export const searchFolder = 'pagefind';

/**
 * The dialog looks into every candidate. In a book of one part these are so many that all texts are in one file; in a large
 * book they are few among many, and a reader need not load all of it.
 */
const ofPart = 32;

/**
 * Writes the index that is searched, `pagefind/`: made from records and not from pages, so that a result is a
 * section or a note, and holds what a reader reads. Of a large book it has several parts, `pagefind/2/` and so on, made
 * side by side and kept for the next build: a change of one chapter is a change of one part.
 *
 * @param dist folder of the built site
 * @param parts see orderRecords
 * @param cache folder for what is made; the project's own unless a test has another
 */
export async function writeSearch(
  dist: string,
  parts: readonly SearchRecord[][],
  cache = cacheFolder('search'),
): Promise<void> {
  const common: Indexing = {
    cache,
    made: fingerprint(['publish/search', 'client/search'], null),
    fragments: parts.length > 1 ? ofPart : 1,
  };
  const folders = parts.map((_, index) => (index ? `${index + 1}/` : ''));
  const indexes = await indexers.runEach<IndexFile[]>(indexer, parts, common);
  await indexers.end();
  for (const [index, files] of indexes.entries())
    for (const { name, content } of files)
      placeFile(dist, `${searchFolder}/${folders[index] ?? ''}${name}`, Buffer.from(content, 'base64'));
  placeFile(dist, `${searchFolder}/${partsFile}`, Buffer.from(JSON.stringify(folders)));
}
