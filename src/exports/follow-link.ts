import { decodeAddress } from '../build/decode-address.ts';
import type { Book, Part } from './book.ts';

/** Where a link of the book leads to. */
type Destination =
  /** A place of the book; without an id, the beginning of the part. */
  | { kind: 'book'; part: Part; id: string | undefined }
  /** The list of contents, on the cover or as a page; or the cover as such. */
  | { kind: 'contents' | 'cover' }
  /** Another file of the site, as a path with the base: `/a/b/data/filings.csv`. */
  | { kind: 'site'; path: string }
  | { kind: 'elsewhere' };

/** Finds where a link leads to, in terms of the book, by its address as written and the part that it stands in. */
export type FollowLink = (href: string, from: Part) => Destination;

/** Returns what follows the links of a book. */
export function linkFollower({ base, origin, parts, closing }: Book): FollowLink {
  const byAddress = Map.groupBy(parts, ({ address }) => address);
  const here = 'http://site.invalid';
  return (href, from) => {
    if (!URL.canParse(href, here + from.address)) return { kind: 'elsewhere' };
    const url = new URL(href, here + from.address);
    if (url.origin !== here && url.origin !== origin) return { kind: 'elsewhere' };
    const id = decodeAddress(url.hash.slice(1)) || undefined;
    if (url.pathname === `${base}contents/`) return { kind: 'contents' };
    const [first, last] = byAddress.get(url.pathname) ?? [];
    if (!first) return { kind: 'site', path: url.pathname + url.search + url.hash };
    if (id === 'main') return { kind: 'book', part: from, id: undefined };
    if (url.pathname !== base) return { kind: 'book', part: first, id };
    if (id === 'contents') return { kind: 'contents' };
    // The cover's page holds two parts.
    const part = last && id && closing.includes(id) ? last : first;
    return id ? { kind: 'book', part, id } : { kind: 'cover' };
  };
}
