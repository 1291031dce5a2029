import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { listAddresses } from '../book/list-addresses.ts';
import { readBookPage, type BookPage } from './read-book-page.ts';

/**
 * Reads the pages that are to be found: the cover first, the chapters in their order, then the editors' pages.
 *
 * @param dist folder of the built site
 * @param base path that the site stands under, with a slash at both ends
 */
export async function readBook(dist: string, base: string): Promise<BookPage[]> {
  const files = (await readdir(dist, { recursive: true }))
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .sort();
  const pages: BookPage[] = [];
  for (const file of files) {
    const page = readBookPage(file, await readFile(path.join(dist, file), 'utf8'));
    if (page) pages.push(page);
  }
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const order = listAddresses((address) => byAddress.get(`/${address.slice(base.length)}`)?.html, base);
  const ranks = new Map(['/', ...order.map((address) => `/${address.slice(base.length)}`)].map(rank));
  const place = ({ address }: BookPage): number => ranks.get(address) ?? ranks.size;
  return pages.sort((a, b) => place(a) - place(b));
}

function rank(address: string, index: number): [string, number] {
  return [address, index];
}
