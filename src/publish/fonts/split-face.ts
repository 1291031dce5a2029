import type { Subset } from './subset-face.ts';

/** What is cut of a face: one file for the site, or one for all pages and one more for each that needs it. */
export interface FaceFiles<Page> {
  core: FacePart;
  /** Only when the face is split, and only of pages that show more than the core has. */
  pages: Map<Page, FacePart>;
}

export interface FacePart {
  font: Uint8Array;
  characters: string[];
}

/**
 * Divides a face among pages when it has more characters than one file is to have. The core has what at least two pages
 * show, the characters of most pages first; what else a page shows stands in a file of its own. So a page loads two files
 * at most, and no character of them twice.
 *
 * @param shown characters by page
 * @param limit characters of the core; without one a face is never split
 */
export async function splitFace<Page>(
  shown: ReadonlyMap<Page, ReadonlySet<string>>,
  subset: Subset,
  limit = Infinity,
): Promise<FaceFiles<Page>> {
  const cut = async (characters: Iterable<string>): Promise<FacePart> => {
    const sorted = [...characters].sort();
    return { font: await subset(sorted), characters: sorted };
  };
  const counts = new Map<string, number>();
  for (const characters of shown.values())
    for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  if (counts.size <= limit) return { core: await cut(counts.keys()), pages: new Map() };

  const shared = [...counts]
    .filter(([, pages]) => pages > 1)
    .sort(([a, pagesOfA], [b, pagesOfB]) => pagesOfB - pagesOfA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([character]) => character);
  const inCore = new Set(shared);
  const parts = [...shown].flatMap(([page, characters]) => {
    const own = [...characters].filter((character) => !inCore.has(character));
    return own.length ? [cut(own).then((part) => [page, part] as const)] : [];
  });
  return { core: await cut(shared), pages: new Map(await Promise.all(parts)) };
}
