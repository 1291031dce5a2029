import type { Book, Part } from '../book.ts';
import type { FollowLink } from '../follow-link.ts';

/**
 * Returns the address of a file of the site, for a text that stands beside the cover: absolute where it is known where the
 * site will stand.
 *
 * @param path with the base: `/a/b/maths/`
 */
export function addressOf(path: string, { base, origin }: Book): string {
  if (origin) return origin + path;
  return path.startsWith(base) ? path.slice(base.length) || './' : path;
}

/** Returns the same of what a link of a part leads to; places outside of the site stay. */
export function addressOfLink(href: string, from: Part, book: Book, follow: FollowLink): string {
  const to = follow(href, from);
  if (to.kind === 'elsewhere') return href;
  if (to.kind === 'site') return addressOf(to.path, book);
  if (to.kind === 'book') return addressOf(to.part.address, book) + (to.id ? `#${to.id}` : '');
  return addressOf(book.base, book) + (to.kind === 'contents' ? '#contents' : '');
}
