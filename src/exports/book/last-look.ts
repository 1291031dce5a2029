/**
 * The latest day on which the editors looked at a source, `[2026-11-23]`: how new the edition is. A clock would make
 * every build another book.
 *
 * @param references text or HTML of the list of sources
 * @returns undefined when no source says when it was looked at
 */
export function lastLook(references: string): string | undefined {
  return [...references.matchAll(/\[(\d{4}-\d{2}-\d{2})\]/g)]
    .map(([, day = '']) => day)
    .sort()
    .at(-1);
}
