import { annotationKindNames, annotationKinds } from './annotation-kinds.ts';
import type { Count } from './model.ts';

/** Characters that are read in a minute. */
const pace = 400;

/** Returns how many characters a text has: each Han character, and each word or number in other letters. */
export function countCharacters(text: string): number {
  return text.match(/\p{Script=Han}|[a-z0-9]+(?:[.'’-][a-z0-9]+)*/giu)?.length ?? 0;
}

/** Returns the count of a text in which nothing is but a title of the article's. */
export function countTitle(title: string): Count {
  const characters = countCharacters(title);
  return { ...emptyCount(), characters, shown: characters };
}

/** Returns what several texts hold together. */
export function sumCounts(counts: readonly Count[]): Count {
  const sum = emptyCount();
  for (const { characters, shown, annotations, supplements } of counts) {
    sum.characters += characters;
    sum.shown += shown;
    sum.supplements += supplements;
    for (const kind of annotationKindNames) sum.annotations[kind] += annotations[kind];
  }
  return sum;
}

/** Returns the count of no text at all. */
export function emptyCount(): Count {
  const annotations = Object.fromEntries(annotationKindNames.map((kind) => [kind, 0]));
  return {
    characters: 0,
    shown: 0,
    annotations: annotations as Count['annotations'],
    supplements: 0,
  };
}

/**
 * Returns a count in phrases: 正文 312 字，连注约读 2 分钟; 勘误 2 条，校注 1 条. What there is none of is not said, and
 * where the article says nothing the editors say so.
 */
export function formatCount(count: Count): string[] {
  const apparatus = formatApparatus(count);
  const time = `约读 ${minutesOf(count)} 分钟`;
  if (!hasArticle(count)) return [`全章为编者所加，${time}`, apparatus].filter(Boolean);
  return [`正文 ${count.characters} 字，${apparatus ? '连注' : ''}${time}`, apparatus].filter(Boolean);
}

/** Is any of it the article's? Else there is but one reading of it. */
export function hasArticle({ characters }: Count): boolean {
  return characters > 0;
}

/** Returns 勘误 2 条，校注 1 条; '' where there are none. */
export function formatApparatus({ annotations, supplements }: Count): string {
  const counted = [
    ...annotationKindNames.map((kind) => [annotationKinds[kind].word, annotations[kind]] as const),
    ['补充', supplements] as const,
  ];
  return counted
    .filter(([, number]) => number)
    .map(([word, number]) => `${word} ${number} 条`)
    .join('，');
}

/** Returns how long reading all of it takes, in begun minutes. */
export function minutesOf({ shown }: Count): number {
  return Math.max(1, Math.ceil(shown / pace));
}
