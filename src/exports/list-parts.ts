import { volumesOf } from '../book/volumes.ts';
import type { Part } from './book.ts';

/** What the book's model says of a chapter. */
export interface ListedChapter {
  kind: 'cover' | 'chapter' | 'closing';
  slug: string;
  numeral: string | undefined;
  mark: string;
  title: string;
}

/** What it says of a page of the editors' behind the chapters. */
export interface ListedPage {
  /** Below the base path. */
  address: string;
  mark: string;
  title: string;
}

/**
 * Returns the parts of the book in the order of reading: what the cover has before its contents, the chapters, the closing
 * note, which stands on the cover too, and the editors' pages.
 *
 * @param base path that the site stands under, with a slash at both ends
 */
export function listParts(
  chapters: readonly ListedChapter[],
  back: readonly ListedPage[],
  base: string,
): Part[] {
  const cover = { file: 'index.html', address: base, numeral: '', mark: '' };
  const divided = chapters.filter(({ kind }) => kind === 'chapter');
  const volumes = new Map(
    volumesOf(divided).flatMap(({ number, chapters }) =>
      chapters.map((chapter) => [chapter, number] as const),
    ),
  );
  return [
    { ...cover, name: 'index', place: 'front', title: '导语与摘要' },
    ...divided.map((chapter): Part => {
      const { slug: name, numeral = '', mark, title } = chapter;
      const place = { file: `${name}/index.html`, address: `${base}${name}/`, place: 'chapter' } as const;
      return {
        ...place,
        name,
        volume: volumes.get(chapter),
        numeral: numeral.replace('　', ''),
        mark,
        title,
      };
    }),
    { ...cover, name: 'closing', place: 'closing', title: '篇末' },
    ...back.map(({ address, mark, title }): Part => {
      const name = address.slice(1, -1);
      return {
        name,
        file: `${name}/index.html`,
        address: `${base}${name}/`,
        place: 'back',
        numeral: '',
        mark,
        title,
      };
    }),
  ];
}
