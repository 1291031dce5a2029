import type { Place } from './read-place.ts';

/**
 * The ways to say where something stands, by the words of the menu. A page has no year of publication: as GB/T
 * 7714—2015 has it for what is on the net, the day of its last revision stands in (), and that on which it was read in [].
 */
export const ways: [word: string, write: (place: Place, today: string) => string][] = [
  ['链接', ({ address }) => address],
  ['链接与题名', ({ name, book, shared }) => `${name} · ${book}\n${shared}`],
  [
    'GB/T 7714—2015',
    ({ author, name, book, edition, revised, address }, today) =>
      `${author}. ${name}[M/OL]//${book}. ${edition}. (${revised})[${today}]. ${address}.`,
  ],
  [
    'BibTeX',
    ({ key, author, name, book, edition, revised, address }, today) => `@incollection{${key},
  author = {{${author}}},
  title = {${name.replace(/[\\{}&%$#_~^]/g, '\\$&')}},
  booktitle = {${book}},
  edition = {${edition}},
  year = {${revised.slice(0, 4)}},
  url = {${address}},
  urldate = {${today}},
  langid = {chinese},
}`,
  ],
  [
    'Markdown',
    ({ name, book, address }) => `[${name.replace(/[\\[\]*_`<]/g, '\\$&')}（${book}）](${address})`,
  ],
];
