import { findWords, foldWithPlaces } from './fold.ts';

/** A stretch of text, and whether it is what was asked for. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/** An excerpt is no longer than this, in characters: two or three lines. */
const longest = 72;

/** Characters that stay before the hit where its sentence is cut. */
const before = 20;

/**
 * Takes the sentence with the first hit out of a text, or, where there is none, its first sentence.
 *
 * @param words folded
 */
export function excerpt(text: string, words: readonly string[]): Stretch[] {
  const hit = findWords(foldWithPlaces(text), words)[0];
  let [start, end] = sentenceAt(text, hit?.[0] ?? 0);
  const cutStart = hit && end - start > longest && hit[0] - start > before;
  if (cutStart) start = Math.min(hit[0] - before, Math.max(start, end - longest));
  if (start > 0 && /[\udc00-\udfff]/.test(text.charAt(start))) start--;
  const cutEnd = end - start > longest;
  if (cutEnd) end = Math.max(start + longest, hit?.[1] ?? 0);
  if (cutEnd && /[\udc00-\udfff]/.test(text.charAt(end))) end++;
  const stretches = mark(text.slice(start, end).trim(), words);
  if (cutStart) stretches.unshift({ text: '……', hit: false });
  if (cutEnd) stretches.push({ text: '……', hit: false });
  return stretches;
}

/** Cuts a text where what was asked for begins and ends. */
export function mark(text: string, words: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const [start, end] of findWords(foldWithPlaces(text), words)) {
    if (start > from) stretches.push({ text: text.slice(from, start), hit: false });
    stretches.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), hit: false });
  return stretches;
}

/** The sentence, or the block without one, around an offset. */
function sentenceAt(text: string, offset: number): [start: number, end: number] {
  const ends = /[。！？；]+[”’）》」]*|\n+/g;
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (match.index >= offset) return [start, match[0].startsWith('\n') ? match.index : end];
    start = end;
  }
  return [start, text.length];
}
