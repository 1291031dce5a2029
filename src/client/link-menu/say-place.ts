import type { Place } from './read-place.ts';

/** The ways to say where something stands, by the words of the menu. */
export const ways: [word: string, write: (place: Place, today: string) => string][] = [
  ['链接', ({ address }) => address],
  ['链接与题名', ({ name, book, shared }) => `${name} · ${book}\n${shared}`],
  [
    'GB/T 7714—2015',
    ({ author, name, book, edition, address }, today) =>
      `${author}. ${name}[M/OL]//${book}. ${edition}. [${today}]. ${address}.`,
  ],
  [
    'BibTeX',
    ({ key, author, name, book, edition, address }, today) => `@incollection{${key},
  author = {{${author}}},
  title = {${name.replace(/[\\{}&%$#_~^]/g, '\\$&')}},
  booktitle = {${book}},
  edition = {${edition}},
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
