import type { SearchRecord } from '../../client/search/record.ts';
import { listAddresses } from '../../exports/book/list-addresses.ts';
import type { Draft } from './list-records.ts';

/** A page, and what is to be found on it. */
interface Searched {
  /** Path that a browser asks for. */
  address: string;
  records: readonly Draft[];
}

/** Fewest pages of a part of the index, if there are several: what changes with one page is made anew in some seconds. */
const fewestPages = 200;

/** A reader loads a script and tables of 100 KB for each part. */
const mostParts = 10;

/**
 * Puts what is found on all pages in order: the cover first, then the pages that the contents name, in the order of
 * these, and what they do not name last.
 *
 * @param htmlOf gives the HTML of a page by its address
 * @param base path that the site stands under, with a slash at both ends
 * @returns the parts of the index: one, but of a large book several, each with the records of some pages
 */
export function orderRecords(
  pages: Iterable<Searched>,
  htmlOf: (address: string) => string | undefined,
  base: string,
): SearchRecord[][] {
  const named = [base, ...listAddresses(htmlOf, base)];
  const ranks = new Map(named.map((address, index) => [address, index]));
  const rank = ({ address }: Searched): number => ranks.get(address) ?? ranks.size;
  const ordered = [...pages]
    .filter(({ records }) => records.length)
    .sort((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1));
  const pagesOfPart = Math.max(fewestPages, Math.ceil(ordered.length / mostParts));
  return Array.from({ length: Math.max(1, Math.ceil(ordered.length / pagesOfPart)) }, (_, part) =>
    ordered
      .slice(part * pagesOfPart, (part + 1) * pagesOfPart)
      .flatMap(({ records }) => records)
      .map((record, order) => ({ ...record, order })),
  );
}
