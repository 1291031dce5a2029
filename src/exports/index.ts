import type { Problem } from '../build/problem.ts';
import type { Book } from './book.ts';
import { writeEpub } from './epub/write-epub.ts';
import type { ExportedPart } from './export-part.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';

/**
 * Writes the book in its other forms: Markdown, and an EPUB. (The pages for print are pages of the site: see print/.)
 *
 * @param dist folder of the built site
 * @param parts in the order of reading
 * @returns what is wrong with their pictures
 */
export async function writeExports(
  dist: string,
  book: Book,
  parts: readonly ExportedPart[],
): Promise<Problem[]> {
  writeMarkdown(dist, book, parts);
  return writeEpub(dist, book, parts);
}
