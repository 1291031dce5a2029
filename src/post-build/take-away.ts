import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readBook, type Book } from './book/read-book.ts';
import { writeEpub } from './epub/write-epub.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import { fillPrintPages } from './print-page/fill-print-page.ts';
import type { Placement } from './read-site.ts';

/**
 * Gives the book its other forms: one page, Markdown, an EPUB. They are made from the pages as Astro wrote them,
 * before anything judges these, for pages link to them.
 *
 * @param dist folder of the built site
 */
export async function takeAway(dist: string, placement: Placement): Promise<void> {
  const book = await readBook(dist, placement);
  // A page is missing or empty: the checks will say so, and no form of the book would be whole.
  if (!book) return;
  await dropDiagramSources(dist, book);
  await fillPrintPages(dist, book);
  await writeMarkdown(dist, book);
  await writeEpub(dist, book);
}

/** The text of a diagram is needed here, and by no reader of its page. */
async function dropDiagramSources(dist: string, { parts }: Book): Promise<void> {
  for (const name of new Set(parts.map(({ file }) => path.join(dist, file)))) {
    const html = await readFile(name, 'utf8');
    // In the text of a page `<` is written otherwise, so this can only be a tag.
    const without = html.replace(/(<div class="diagram"(?: [\w-]+="[^"]*")*?) data-mermaid="[^"]*"/g, '$1');
    if (without !== html) await writeFile(name, without);
  }
}
