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
  const written = wrong.toLowerCase();
  return [...names]
    .flatMap((name) => {
      const allowed = Math.max(2, Math.max(name.length, wrong.length) / 3);
      // So many edits it takes at the least. A large book has tens of thousands of names.
      if (Math.abs(name.length - wrong.length) > allowed) return [];
      const edits = distance(written, name.toLowerCase());
      return edits <= allowed ? [{ name, edits }] : [];
    })
    .sort((a, b) => a.edits - b.edits || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}
