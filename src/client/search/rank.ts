import { fold, foldQuery } from './fold.ts';
import type { Query } from './query.ts';
import type { SearchRecord } from './record.ts';

export interface Ranked {
  /** Records in which every word stands as it was typed, best first. */
  exact: SearchRecord[];
  /** Records that have most parts of the words, but apart from each other. */
  near: SearchRecord[];
}

/**
 * Parts candidates into those that contain what is asked for, those that are near, and the rest, which is
 * dropped. First comes what is called so, then what has the words in its title, then what has them most
 * often, a source after what the book itself says; equals stay in the order of the book.
 */
export function rank(records: readonly SearchRecord[], query: Query): Ranked {
  const judged = records.map((record) => ({ record, ...judge(record, query) }));
  const listed = (wanted: boolean): SearchRecord[] =>
    judged
      .filter(({ exact, near }) => (wanted ? exact : near && !exact))
      .sort(
        (a, b) =>
          b.tier - a.tier ||
          b.parts - a.parts ||
          Number(isSource(a.record)) - Number(isSource(b.record)) ||
          b.times - a.times ||
          a.record.order - b.record.order,
      )
      .map(({ record }) => record);
  return { exact: listed(true), near: listed(false) };
}

function judge(record: SearchRecord, { phrase, words, pieces }: Query) {
  const { title, names, text } = record;
  const whole = fold([title, ...names, text].join('\n')).text;
  const exact = words.every((word) => whole.includes(word));
  const parts = pieces.filter((piece) => whole.includes(piece)).length;
  const near = parts >= Math.max(2, (pieces.length * 2) / 3);
  const times = words.reduce((sum, word) => sum + whole.split(word).length - 1, 0);
  return { exact, near, parts, times, tier: tierOf(foldQuery(title), names.map(foldQuery), phrase, words) };
}

/** A source of the book's, which may have the words in its title: others' words. */
function isSource({ address }: SearchRecord): boolean {
  return address.startsWith('/references/');
}

function tierOf(title: string, names: string[], phrase: string, words: string[]): number {
  if (title === phrase) return 4;
  if (names.includes(phrase)) return 3;
  if (title.startsWith(phrase)) return 2;
  return words.every((word) => title.includes(word)) ? 1 : 0;
}
