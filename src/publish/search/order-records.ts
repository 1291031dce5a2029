import type { SearchRecord } from '../../client/search/record.ts';

/** A page, and what is to be found on it. */
interface Searched {
  /** Path that a browser asks for. */
  address: string;
  records: readonly SearchRecord[];
}

/**
 * Returns what is found on all pages, page by page: first those that the contents name, in the order of these.
 *
 * @param contents addresses of pages
 */
export function orderRecords(pages: Iterable<Searched>, contents: readonly string[]): SearchRecord[] {
  const ranks = new Map(contents.map((address, index) => [address, index]));
  const rank = ({ address }: Searched): number => ranks.get(address) ?? ranks.size;
  return [...pages]
    .sort((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1))
    .flatMap(({ records }) => records);
}
