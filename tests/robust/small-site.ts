import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { anchorsFile } from '../../src/proofreading/judges/judge-anchor-list.ts';
import { listAnchors } from '../../src/proofreading/reading/list-pages.ts';
import { readBook } from '../../src/proofreading/reading/read-book.ts';

/** The smallest book that builds. */
const smallBook = path.resolve(import.meta.dirname, '../catalogue/book/content');

/**
 * Puts a small book in the place of a project's own, and lists its addresses.
 *
 * @param root folder of a copy of the project, whose content is lost
 * @param files what is added to the book: text by path from the project's folder
 */
export async function writeSmallBook(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const content = path.join(root, 'content');
  await rm(content, { recursive: true, force: true });
  await cp(smallBook, content, { recursive: true });
  for (const [file, text] of files) await writeFile(path.join(root, file), text);
  const { pages } = await readBook(root);
  await writeFile(path.join(root, anchorsFile), `${[...listAnchors(pages)].join('\n')}\n`);
}
