import { readBook } from './book/read-book.ts';
import { writeEpub } from './epub/write-epub.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import { fillPrintPages } from './print-page/fill-print-page.ts';
import type { Placement } from './read-site.ts';

/**
 * Gives the book its other forms: one page for print, Markdown, an EPUB. They are made from the pages as Astro wrote
 * them, which hold the text of each diagram, and while the build goes on: this is called in a thread of its own.
 *
 * @param given.dist folder of the built site
 * @param given.placement where the site is built to stand
 */
export default async function takeAway({
  dist,
  placement,
}: {
  dist: string;
  placement: Placement;
}): Promise<void> {
  const book = await readBook(dist, placement);
  // A page is missing or empty: the checks will say so, and no form of the book would be whole.
  if (!book) return;
  await fillPrintPages(dist, book);
  await writeMarkdown(dist, book);
  await writeEpub(dist, book);
}
