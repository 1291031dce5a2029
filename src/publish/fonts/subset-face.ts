import { readFileSync } from 'node:fs';
import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import { hashFile } from '../../build/source-hash.ts';
import type { SubsetJob } from './cut-subset.ts';
import type { FontFace, FontFamily } from './families.ts';
import { withReferences } from './hinting-references.ts';
import type { SourceFont } from './open-font.ts';

/** Cuts a subset of a face: the WOFF2 with the glyphs of some characters, the same for the same. */
export type Subset = (characters: readonly string[]) => Promise<Uint8Array>;

const cutter = new URL('./cut-subset.ts', import.meta.url);

/**
 * Returns what cuts subsets of a face. When something is to be cut that is not in the cache, the face is first cut down
 * to all that the site shows of it, once: what takes time is cutting from 15 MB.
 *
 * @param source the face's font
 * @param all the characters that any subset will be asked for
 * @param cacheRoot folder of the caches; the project's own unless a test has another
 */
export function createSubsetter(
  family: FontFamily,
  face: FontFace,
  source: SourceFont,
  all: readonly string[],
  cacheRoot?: string,
): Subset {
  const font = readFileSync(face.source);
  const names = { family: family.name, subfamily: subfamilyOf(face), copyright: source.copyright };
  const jobFor = (characters: readonly string[]): Omit<SubsetJob, 'font'> => ({
    text: (family.hinted ? withReferences(characters, source.has) : characters).join(''),
    hinted: family.hinted,
    features: family.features,
  });
  const cut = (job: SubsetJob): Promise<Uint8Array> => runInThread(cutter, job);

  let small: Promise<Uint8Array> | undefined;
  return (characters) => {
    const job = { ...jobFor(characters), names };
    const cache = { name: 'fonts', module: import.meta.url, ...(cacheRoot && { root: cacheRoot }) };
    return cached(cache, [hashFile(face.source), job], async () => {
      small ??= cut({ ...jobFor(all), font });
      return cut({ ...job, font: await small });
    });
  };
}

function subfamilyOf({ weight, style }: FontFace): string {
  const words = [weight >= 600 ? 'Bold' : '', style === 'italic' ? 'Italic' : ''].filter(Boolean);
  return words.join(' ') || 'Regular';
}
