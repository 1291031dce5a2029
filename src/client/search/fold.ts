/** A text as it is compared: without regard to case and width. */
export interface Folded {
  text: string;
  /** For each character of `text`, and for its end, where that stands in the text that was folded. */
  at: number[];
}

/** Folds a text character by character, since `㎏` is two afterwards and places must be found again. */
export function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = foldQuery(character);
    at.push(...Array.from({ length: plain.length }, () => offset));
    folded += plain;
    offset += character.length;
  }
  at.push(offset);
  return { text: folded, at };
}

/** Folds what is asked for, of which no place is needed. Joiners that only keep lines together are no text. */
export function foldQuery(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b\u2060]/g, '');
}

/** The ranges of a text in which one of the words stands, in order, joined where they overlap. */
export function findWords({ text, at }: Folded, words: readonly string[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const word of words)
    for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length))
      found.push([at[from] ?? 0, at[from + word.length] ?? 0]);
  const joined: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
