import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readBookPage, type BookPage } from './read-book-page.ts';

/**
 * Reads the pages that are to be found: the cover first, the chapters in their order, then the editors' pages.
 *
 * @param dist folder of the built site
 */
export async function readBook(dist: string): Promise<BookPage[]> {
  const files = (await readdir(dist, { recursive: true }))
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .sort();
  const pages: BookPage[] = [];
  for (const file of files) {
    const page = readBookPage(file, await readFile(path.join(dist, file), 'utf8'));
    if (page) pages.push(page);
  }
  const order = listedOn(pages.find(({ address }) => address === '/')?.html ?? '');
  const place = ({ address }: BookPage): number => {
    if (address === '/') return -1;
    const index = order.findIndex((href) => href.endsWith(address));
    return index < 0 ? order.length : index;
  };
  return pages.sort((a, b) => place(a) - place(b));
}

/** Where the list of chapters on the cover leads to. */
function listedOn(cover: string): string[] {
  const list = /<ol class="chapters">[\s\S]*$/.exec(cover)?.[0] ?? '';
  return [...list.matchAll(/<a href="([^"#]+)">/g)].map(([, href = '']) => href);
}
