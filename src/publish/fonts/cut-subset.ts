import subsetFont from 'subset-font';
import { renameFont, type FontNames } from './rename-font.ts';
import { packWoff2 } from './woff2/pack-woff2.ts';

/** A subset to cut. */
export interface SubsetJob {
  /** The characters whose glyphs are kept. */
  text: string;
  hinted: boolean;
  /** Layout features that are kept. */
  features: string[] | undefined;
  /** The name that the subset goes by; without one, what is cut stays an sfnt, to be cut again. */
  names?: FontNames;
  /** See packWoff2. */
  hurried?: boolean;
}

/** What many subsets are cut from. */
export interface SubsetSource {
  sfnt: Uint8Array;
}

/** Cuts a subset, in a thread of the crew: to compress one takes as long as to render a chapter. */
export default async function cutSubset(job: SubsetJob, { sfnt }: SubsetSource): Promise<Uint8Array> {
  const bare = await subsetFont(Buffer.from(sfnt), job.text, {
    targetFormat: 'sfnt',
    noLayoutClosure: true,
    noHinting: !job.hinted,
    ...(job.features && { keepFeatures: job.features }),
  });
  return job.names ? packWoff2(renameFont(bare, job.names), job) : bare;
}
