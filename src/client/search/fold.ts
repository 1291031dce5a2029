import traditional from 'virtual:traditional';

/** A text as it is compared, and where its characters come from. */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text` the range that it stands for in the text that was folded. */
  places: [start: number, end: number][];
}

/**
 * A mark that one writer sets and the next leaves out, behind the character before it: 32 GB, KV 缓存, DeepSeek-V3,
 * 671,000,000, 10^25. A blank or hyphen between Latin words is none of these, nor is a hyphen in a date.
 */
const optionalMark =
  /\d,(?=\d{3})|\d\^(?=[-\d])|\d[ -](?=[a-z])|[a-z] (?=\d)|[a-z]-(?=[a-z]?\d)|[a-z\d] (?=\p{Script=Han})|\p{Script=Han} (?=[a-z\d])/gu;

/** Of each traditional character the simplified one. */
const simplified = new Map(traditional.match(/../gsu)?.map((pair) => [...pair] as [string, string]));

/** Folds a text: case, width, traditional characters, what is not seen and optional marks make no difference. */
export function fold(text: string): string {
  return withoutMarks(foldCharacters(text));
}

/** Folds a text in which places are to be found again: character by character, since `㎏` is two afterwards. */
export function foldWithPlaces(text: string): Folded {
  let folded = '';
  const places: Folded['places'] = [];
  for (const { 0: character, index } of text.matchAll(/\P{M}\p{M}*|\p{M}/gu)) {
    const plain = foldCharacters(character);
    places.push(...Array.from(plain.split(''), (): [number, number] => [index, index + character.length]));
    folded += plain;
  }
  for (const { 0: match, index } of [...folded.matchAll(optionalMark)].reverse())
    places.splice(index + match.length - 1, 1);
  return { text: withoutMarks(folded), places };
}

/** Folds the characters of a text: all marks that are seen stay. */
export function foldCharacters(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // A minus sign and the hyphens are typed by one key. The last sigma of a word is a sigma.
      .replace(/[−‐‑]/g, '-')
      .replace(/ς/g, 'σ')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character)
  );
}

/** The ranges of a text in which one of the words stands, in order, joined where they overlap or touch. */
export function findWords(
  { text, places }: Folded,
  words: readonly string[],
): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const word of words)
    for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length))
      found.push([places[from]?.[0] ?? 0, places[from + word.length - 1]?.[1] ?? 0]);
  const joined: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function withoutMarks(text: string): string {
  return text.replace(optionalMark, (match) => match.slice(0, -1));
}
