import type { Book } from './book.ts';
import { writeEpub } from './epub/write-epub.ts';
import type { ExportedPart } from './export-part.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';

/**
 * Writes the book in its other forms: Markdown, and an EPUB. (The pages for print are pages of the site: see print/.)
 *
 * @param dist folder of the built site
 * @param parts in the order of reading
 */
export async function writeExports(dist: string, book: Book, parts: readonly ExportedPart[]): Promise<void> {
  writeMarkdown(dist, book, parts);
  await writeEpub(dist, book, parts);
}
