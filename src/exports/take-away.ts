import { createHash } from 'node:crypto';
import { fingerprint } from '../build/fingerprint.ts';
import { coverParts, openBook, openPart } from './book/open-book.ts';
import { outlineBook, type BookOutline } from './book/outline-book.ts';
import { writeEpub } from './epub/write-epub.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import { fillPrintPages } from './print/fill-print-pages.ts';
import type { Placement } from '../publish/pages/read-site.ts';
import type { TakenBook, TakenPart } from './take-away-part.ts';
import { crew } from '../build/threads/crew.ts';

const taker = new URL('./take-away-part.ts', import.meta.url);

/**
 * Gives the book its other forms: one page for print, Markdown, an EPUB. They are made from the pages as Astro wrote
 * them, which hold the text of each diagram, part by part in threads.
 *
 * @param dist folder of the built site
 * @param placement where the site is built to stand
 */
export async function takeAway(dist: string, placement: Placement): Promise<void> {
  const outline = await outlineBook(dist, placement);
  if (!outline) return;
  const taken: TakenBook = { outline, made: made(outline) };
  const found = await crew.runEach<TakenPart | undefined>(taker, outline.parts, taken);
  const parts = found.filter((part) => part !== undefined);
  // A page is missing or empty: the checks will say so, and no form of the book would be whole.
  if (parts.length < found.length) return;
  const book = openBook(outline, parts);
  const byName = <Form>(form: (part: TakenPart) => Form): Map<string, Form> =>
    new Map(parts.map((part, index) => [outline.parts[index]?.name ?? '', form(part)]));
  await fillPrintPages(taken);
  writeMarkdown(
    dist,
    book,
    byName(({ markdown }) => markdown),
  );
  await writeEpub(
    dist,
    book,
    byName(({ document }) => document),
  );
}

/** A hash of all that the forms of a part depend on besides its page. Of other pages that is where links lead to. */
function made(outline: BookOutline): string {
  const { base, origin, parts } = outline;
  const places = parts.map(({ name, address, place }) => [name, address, place]);
  // See follow-link.ts, which looks into no other pages.
  const ids = coverParts(base).map((place) => [...openPart(outline.dist, place).ids]);
  const hash = createHash('sha256').update(JSON.stringify([base, origin, places, ids]));
  return fingerprint(['exports', 'publish', 'build', 'book', 'markdown', 'site.ts'], hash.digest('hex'));
}
