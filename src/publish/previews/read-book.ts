import { fingerprint } from '../../build/fingerprint.ts';
import { listAddresses } from '../../exports/book/list-addresses.ts';
import { htmlReader } from '../../exports/book/html-reader.ts';
import { listFiles } from '../../build/list-files.ts';
import { crew } from '../../build/threads/crew.ts';
import type { BookPage, Reading } from './read-book-page.ts';

const reader = new URL('./read-book-page.ts', import.meta.url);

/**
 * Reads the pages that are to be found: the cover first, the chapters in their order, then the editors' pages.
 *
 * @param dist folder of the built site
 * @param base path that the site stands under, with a slash at both ends
 */
export async function readBook(dist: string, base: string): Promise<BookPage[]> {
  const files = listFiles(dist).filter((file) => /(^|\/)index\.html$/.test(file));
  const given: Reading = {
    dist,
    made: fingerprint(['publish/previews', 'build'], null),
  };
  const read = await crew.runEach<BookPage | undefined>(reader, files, given);
  const pages = read.filter((page) => page !== undefined);
  const order = listAddresses(htmlReader(dist, base), base);
  const ranks = new Map(['/', ...order.map((address) => `/${address.slice(base.length)}`)].map(rank));
  const place = ({ address }: BookPage): number => ranks.get(address) ?? ranks.size;
  return pages.sort((a, b) => place(a) - place(b));
}

function rank(address: string, index: number): [string, number] {
  return [address, index];
}
