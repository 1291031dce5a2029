import { distance } from 'fastest-levenshtein';

/**
 * The names that a mistyped one probably meant.
 *
 * @param wrong what was written
 * @param names what would have been right
 * @param most how many to give at the most
 * @returns names within a third of the longer word's length of edits (at least 2), nearest first
 */
export function nearest(wrong: string, names: Iterable<string>, most = 3): string[] {
  return [...names]
    .map((name) => ({ name, edits: distance(wrong.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(2, Math.max(name.length, wrong.length) / 3))
    .sort((a, b) => a.edits - b.edits || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}
