import { foldQuery } from './fold.ts';

/** What a reader asks for. */
export interface Query {
  /** Folded, as a title or a name would be. */
  phrase: string;
  /** Folded. What is typed apart is meant apart, and all of it is meant. */
  words: string[];
  /** The same, cut further into words of the language, for what is only near. */
  pieces: string[];
  /** Each letter and digit once, for Pagefind; null where there is none, which asks it for everything. */
  candidates: string | null;
}

const segmenter =
  typeof Intl.Segmenter === 'undefined' ? undefined : new Intl.Segmenter('zh', { granularity: 'word' });

/** Reads what was typed; undefined where there is nothing. */
export function readQuery(typed: string): Query | undefined {
  const parts = foldQuery(typed).split(/\s+/).filter(Boolean);
  const words = [...new Set(parts)];
  if (!words.length) return undefined;
  const letters = new Set(words.join('').match(/[\p{L}\p{N}]/gu));
  return {
    phrase: parts.join(' '),
    words,
    pieces: [...new Set(words.flatMap(cut))],
    candidates: letters.size ? [...letters].join(' ') : null,
  };
}

function cut(word: string): string[] {
  if (!segmenter) return [word];
  return [...segmenter.segment(word)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
