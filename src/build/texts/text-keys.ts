import { createHash } from 'node:crypto';
import { citationOf } from '../../book/citations.ts';
import { orderReferences } from '../../book/order-references.ts';
import type { Reference } from '../../book/reference-schema.ts';
import { errataPages } from '../../book/volumes.ts';
import type { ReadBook } from '../../proofreading/reading/read-book.ts';

/**
 * Gives each chapter a key that is another one as soon as its text may be: made of its file, of the numbers that the
 * sources it cites have in this book, and of the page on which its notes are listed. What another chapter says goes
 * into it in no other way.
 *
 * @param book its chapters in their order
 * @param made hash of what all texts depend on
 * @returns keys by the chapters' files. A chapter with pictures has none, for Astro writes those when it renders it.
 */
export function textKeys(
  { chapters, references, data }: Pick<ReadBook, 'chapters' | 'references' | 'data'>,
  made: string,
): Map<string, string> {
  const citing = chapters.map((chapter) => ({
    ...chapter,
    name: chapter.file,
    citations: chapter.citations.map((place) => citationOf(place, data.rows)),
  }));
  const known = Object.fromEntries(references.records.map(({ key, value }) => [key, value as Reference]));
  const numbers = new Map(orderReferences(known, citing).map(({ key, number }) => [key, number]));
  const errataPage = errataPages(chapters.filter(({ data: of }) => of?.kind === 'chapter'));
  return new Map(
    citing
      .filter(({ inventory }) => inventory && !inventory.images.length)
      .map(({ file, source, address, citations }) => {
        const cited = citations.flatMap(({ keys }) => keys).map((key) => [key, numbers.get(key)]);
        const key = JSON.stringify([made, file, source, cited, errataPage(address)]);
        return [file, createHash('sha256').update(key).digest('hex').slice(0, 32)];
      }),
  );
}
