import type { Chapter } from '../book/model.ts';
import { closingNote, frontMatter, type Place } from '../book/places.ts';
import { volumesOf } from '../book/volumes.ts';
import type { Part } from './book.ts';

/**
 * Returns the parts of the book in the order of reading: what the cover has before its contents, the chapters, the closing
 * note, which stands on the cover too, and the editors' pages.
 *
 * @param base path that the site stands under, with a slash at both ends
 */
export function listParts(chapters: readonly Chapter[], back: readonly Place[], base: string): Part[] {
  const cover = { file: 'index.html', address: base, numeral: '', mark: '' };
  const divided = chapters.filter(({ kind }) => kind === 'chapter');
  const volumes = volumesOf(divided);
  const partAt = (place: Place): Pick<Part, 'name' | 'file' | 'address' | 'mark' | 'title'> => {
    const name = place.address.slice(1, -1);
    const { mark, title } = place;
    return { name, file: `${name}/index.html`, address: `${base}${name}/`, mark, title };
  };
  return [
    { ...cover, name: 'index', place: 'front', title: frontMatter.title },
    ...divided.map((chapter): Part => {
      const volume = volumes.find(({ chapters }) => chapters.includes(chapter))?.number;
      const numeral = (chapter.numeral ?? '').replace('　', '');
      return { ...partAt(chapter), place: 'chapter', volume, numeral };
    }),
    { ...cover, name: 'closing', place: 'closing', title: closingNote.title },
    ...back.map((page): Part => ({ ...partAt(page), place: 'back', numeral: '' })),
  ];
}
