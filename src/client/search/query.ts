import { fold, foldCharacters } from './fold.ts';

/** What a reader asks for. */
export interface Query {
  /** Folded, as a title or a name would be. */
  phrase: string;
  /** Folded. What is typed apart is meant apart, and all of it is meant. */
  words: string[];
  /** The same, cut further into words of the language, for what is only near. */
  pieces: string[];
  /** Each letter and digit once. */
  letters: string[];
}

const segmenter =
  typeof Intl.Segmenter === 'undefined' ? undefined : new Intl.Segmenter('zh', { granularity: 'word' });

/** Reads what was typed; undefined where there is nothing. */
export function readQuery(typed: string): Query | undefined {
  const parts = foldCharacters(typed).split(/\s+/).filter(Boolean);
  if (!parts.length) return undefined;
  const words = [...new Set(parts.map(foldWord))];
  return {
    phrase: fold(parts.join(' ')),
    words,
    letters: [...new Set(words.join('').match(/[\p{L}\p{N}]/gu))],
    pieces: [...new Set(parts.flatMap(cut))],
  };
}

/** A mark at an end may be an optional one of a longer word: -V3, or GPT- while GPT-4 is being typed. */
function foldWord(word: string): string {
  return fold(word)
    .replace(/^(?:[-^](?=[a-z\d])|,(?=\d{3}))/, '')
    .replace(/([a-z\d])-$|(\d)[,^]$/, '$1$2');
}

function cut(word: string): string[] {
  if (!segmenter) return [fold(word)];
  return [...segmenter.segment(word)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => fold(segment));
}
