import type { Book, Part } from './book.ts';

/** Where a link of the book leads to. */
export type Destination =
  /** A place of the book; without an id, the beginning of the part. */
  | { kind: 'book'; part: Part; id: string | undefined }
  /** The list of contents, on the cover or as a page; or the cover as such. */
  | { kind: 'contents' | 'cover' }
  /** Another file of the site, as a path with the base: `/a/b/data/filings.csv`. */
  | { kind: 'site'; path: string }
  | { kind: 'elsewhere' };

/** The parts of a book by the addresses of their pages, found once a book: a book has many links. */
const byAddress = new WeakMap<Book, ReadonlyMap<string, Part[]>>();

function partsAt(book: Book): ReadonlyMap<string, Part[]> {
  const parts = byAddress.get(book) ?? Map.groupBy(book.parts, ({ address }) => address);
  byAddress.set(book, parts);
  return parts;
}

/**
 * Finds where a link leads to, in terms of the book.
 *
 * @param href as written
 * @param from the part that it stands in
 */
export function followLink(href: string, from: Part, book: Book): Destination {
  const here = 'http://site.invalid';
  if (!URL.canParse(href, here + from.address)) return { kind: 'elsewhere' };
  const url = new URL(href, here + from.address);
  if (url.origin !== here && url.origin !== book.origin) return { kind: 'elsewhere' };
  const id = decodeURIComponent(url.hash.slice(1)) || undefined;
  if (url.pathname === `${book.base}contents/`) return { kind: 'contents' };
  const parts = partsAt(book).get(url.pathname);
  if (!parts) return { kind: 'site', path: url.pathname + url.hash };
  if (id === 'main') return { kind: 'book', part: from, id: undefined };
  if (id === 'contents' && url.pathname === book.base) return { kind: 'contents' };
  const [first] = parts as [Part];
  // The cover's page holds two parts; no other is looked into.
  const part = id && parts.length > 1 ? parts.find(({ ids }) => ids.has(id)) : undefined;
  if (part) return { kind: 'book', part, id };
  return url.pathname === book.base ? { kind: 'cover' } : { kind: 'book', part: first, id };
}
