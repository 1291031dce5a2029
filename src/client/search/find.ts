import { fold } from './fold.ts';
import type { Query } from './query.ts';
import type { SearchRecord } from './record.ts';

/** A record with its texts folded: once, and not for each letter that is typed. */
export interface FoldedRecord {
  record: SearchRecord;
  title: string;
  names: string[];
  /** Title, names and text. */
  whole: string;
}

export interface Found {
  /** Records in which every word stands as it was typed, best first. */
  exact: SearchRecord[];
  /** Records that have most parts of the words, but apart from each other; beside exact ones, those with all its letters. */
  near: SearchRecord[];
}

/** Folds what a record says. */
export function foldRecord(record: SearchRecord): FoldedRecord {
  const { title, names, text } = record;
  return {
    record,
    title: fold(title),
    names: names.map(fold),
    whole: fold([title, ...names, text].join('\n')),
  };
}

/**
 * Finds the records that contain what is asked for, and those that are near. First comes what is called so, then what
 * has the words in its title, then what has them most often, a source after what the book itself says; equals stay in the
 * order of the book, in which the records are given.
 */
export function find(records: readonly FoldedRecord[], query: Query): Found {
  const judged = records.map((folded) => ({ record: folded.record, ...judge(folded, query) }));
  const some = judged.some(({ exact }) => exact);
  const list = (wanted: (typeof judged)[number][]): SearchRecord[] =>
    wanted
      .sort(
        (a, b) =>
          b.tier - a.tier ||
          b.parts - a.parts ||
          Number(isSource(a.record)) - Number(isSource(b.record)) ||
          b.times - a.times,
      )
      .map(({ record }) => record);
  return {
    exact: list(judged.filter(({ exact }) => exact)),
    near: list(judged.filter(({ exact, near, spelled }) => near && !exact && (spelled || !some))),
  };
}

function judge({ title, names, whole }: FoldedRecord, { phrase, words, pieces, letters }: Query) {
  const exact = words.every((word) => whole.includes(word));
  const parts = pieces.filter((piece) => whole.includes(piece)).length;
  const near = parts >= Math.max(2, (pieces.length * 2) / 3);
  // Most records are neither, and are not looked into any further.
  const times = exact || near ? words.reduce((sum, word) => sum + whole.split(word).length - 1, 0) : 0;
  const spelled = near && letters.every((letter) => whole.includes(letter));
  return { exact, near, spelled, parts, times, tier: tierOf(title, names, phrase, words) };
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
