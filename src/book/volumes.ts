/** A book of more chapters than this has its lists divided. */
const undivided = 40;

/** Chapters of a volume. */
const size = 25;

/** Some chapters of a book that is too large to be listed on one page. */
export interface Volume<T> {
  /** From 1; it is the volume's name in addresses: `/contents/2/`. */
  number: number;
  chapters: T[];
}

/**
 * Divides a large book, so that no page lists all of it: volumes are as large as a page can list with sections and
 * notes, and of the 9,999 chapters that have numerals there are 400 of them, which a page can list as well.
 *
 * @param chapters in the order of the book
 * @returns nothing for a book that can be listed as a whole
 */
export function volumesOf<T>(chapters: readonly T[]): Volume<T>[] {
  if (chapters.length <= undivided) return [];
  return Array.from({ length: Math.ceil(chapters.length / size) }, (_, index) => ({
    number: index + 1,
    chapters: chapters.slice(index * size, (index + 1) * size),
  }));
}

/**
 * Says which page lists the notes of a chapter.
 *
 * @param chapters that have a page of their own, in the order of the book
 * @returns a function of a chapter's address: `/errata/2/`; `/errata/` for what stands in no volume
 */
export function errataPages(chapters: readonly { address: string }[]): (address: string) => string {
  const pages = new Map(
    volumesOf(chapters).flatMap((volume) =>
      volume.chapters.map(({ address }) => [address, `/errata/${volume.number}/`] as const),
    ),
  );
  return (address) => pages.get(address) ?? '/errata/';
}

/** 第一章至第二十五章. */
export function nameVolume({ chapters }: Volume<{ numeral: string | undefined }>): string {
  return [...new Set([chapters[0], chapters.at(-1)].map((chapter) => chapter?.numeral ?? ''))].join('至');
}
