import type { Chapter } from './model.ts';

/** Something that lists of contents lead to. */
export interface Place {
  /** Address below the base path: `/maths/`. */
  address: string;
  title: string;
  /** At most two characters that stand before the title: 四, 一上, 附. */
  mark: string;
}

/** The cover, as the chapters see it. */
export const frontMatter: Place = { address: '/', title: '导语与摘要', mark: '首' };

/** The article's closing note. It stands on the cover, below the contents. */
export const closingNote: Place = { address: '/#closing', title: '篇末', mark: '末' };

/** The page that lists all that the book has. */
export const wholeContents: Place = { address: '/contents/', title: '全书目录', mark: '目' };

/** The editors' pages behind the chapters. */
export const backMatter: Place[] = [
  { address: '/errata/', title: '勘误总表', mark: '勘' },
  { address: '/glossary/', title: '术语', mark: '术' },
  { address: '/references/', title: '参考文献', mark: '献' },
];

/** Returns what comes before and after a page of the back matter. */
export function backNeighbours(address: string): { previous: Place; next: Place | undefined } {
  const index = backMatter.findIndex((place) => place.address === address);
  return { previous: backMatter[index - 1] ?? closingNote, next: backMatter[index + 1] };
}

/** Returns the chapters around one, for a list that stays short: none where the address is of no chapter. */
export function around(chapters: readonly Chapter[], address: string): Chapter[] {
  const index = chapters.findIndex((chapter) => chapter.address === address);
  return index < 0 ? [] : chapters.slice(Math.max(0, index - 5), index + 6);
}
