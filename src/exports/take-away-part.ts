import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../build/file-cache.ts';
import type { Book, PartPlace, PartSection } from './book/book.ts';
import { openBook, openPart } from './book/open-book.ts';
import type { BookOutline } from './book/outline-book.ts';
import { packDocument, type PackedDocument } from './epub/pack-document.ts';
import { writePart, type WrittenPart } from './markdown/write-part.ts';
import { kept } from '../publish/keep.ts';

/** A part of the book in its other forms, and what the lists of these say of it. */
export interface TakenPart {
  sections: PartSection[];
  lead: string;
  markdown: WrittenPart;
  document: PackedDocument;
}

/** What is the same for all parts. */
export interface TakenBook {
  outline: BookOutline;
  /** A hash of all that the forms of a part depend on besides its page: code, and where links lead to. */
  made: string;
}

/** Made once a thread. */
const opened = new WeakMap<TakenBook, Book>();

/**
 * Gives a part of the book its other forms, in a thread.
 *
 * @returns undefined when its page is missing or has no text: the checks tell what is wrong with it
 */
export default async function takeAwayPart(
  place: PartPlace,
  taken: TakenBook,
): Promise<TakenPart | undefined> {
  const { outline, made } = taken;
  const book = opened.get(taken) ?? openBook(outline);
  opened.set(taken, book);
  let html;
  try {
    html = readFileSync(path.join(outline.dist, place.file));
  } catch {
    return undefined;
  }
  if (!html.includes('<main')) return undefined;
  return kept(cacheFolder('forms'), [made, JSON.stringify(place), html], () => {
    const part = openPart(outline.dist, place);
    const { sections, lead } = part;
    return { sections, lead, markdown: writePart(part, book), document: packDocument(part, book) };
  });
}
