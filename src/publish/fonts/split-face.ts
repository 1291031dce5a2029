import type { Subset } from './subset-face.ts';

/** What is cut of a face: one file for the site, or one for all pages and one more for each that needs it. */
export interface FaceFiles<Owner> {
  core: FacePart;
  /** Only when the face is split, and only of pages that show more than the core has. */
  pages: Map<Owner, FacePart>;
}

export interface FacePart {
  font: Buffer;
  /** Sorted. */
  codePoints: number[];
}

/**
 * Divides a face among pages when one file would be too large. The core has what at least two pages show,
 * the characters of most pages first, as many as fit; what else a page shows stands in a file of its own. So
 * a page loads two files at most, and no character of them twice.
 *
 * @param shown characters by page
 * @param limit size of the core in bytes; without one a face is never split
 */
export async function splitFace<Owner>(
  shown: ReadonlyMap<Owner, ReadonlySet<number>>,
  subset: Subset,
  limit = Infinity,
): Promise<FaceFiles<Owner>> {
  const counts = new Map<number, number>();
  for (const codePoints of shown.values())
    for (const codePoint of codePoints) counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1);
  const all = sorted(counts.keys());
  const whole = await subset(all);
  if (whole.length <= limit) return { core: { font: whole, codePoints: all }, pages: new Map() };

  const ranked = [...counts]
    .filter(([, pages]) => pages > 1)
    .sort(([a, pagesOfA], [b, pagesOfB]) => pagesOfB - pagesOfA || a - b)
    .map(([codePoint]) => codePoint);
  const core = await largest(ranked, subset, limit, all.length / whole.length);
  const inCore = new Set(core.codePoints);
  const parts = await Promise.all(
    [...shown].map(async ([owner, all]): Promise<[Owner, FacePart][]> => {
      const codePoints = sorted([...all].filter((codePoint) => !inCore.has(codePoint)));
      return codePoints.length ? [[owner, { font: await subset(codePoints), codePoints }]] : [];
    }),
  );
  return { core, pages: new Map(parts.flat()) };
}

/** The most of a ranked list that fits: guessed by the size of a glyph, and corrected until it does. */
async function largest(
  ranked: number[],
  subset: Subset,
  limit: number,
  glyphsPerByte: number,
): Promise<FacePart> {
  let count = ranked.length;
  for (;;) {
    const codePoints = sorted(ranked.slice(0, count));
    const font = await subset(codePoints);
    if (font.length <= limit || count === 0) return { font, codePoints };
    count = Math.max(0, count - Math.max(1, Math.ceil((font.length - limit) * glyphsPerByte)));
  }
}

function sorted(codePoints: Iterable<number>): number[] {
  return [...codePoints].sort((a, b) => a - b);
}
