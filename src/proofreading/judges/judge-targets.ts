import type { Problem } from '../../build/problem.ts';
import type { Targets } from '../../markdown/links/rehype-targets.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';
import { targetsFile } from '../reading/read-targets.ts';

/** Finds addresses that are led elsewhere, and that the article does not have. */
export function judgeTargets(targets: Targets, chapters: readonly ProofChapter[]): Problem[] {
  return Object.keys(targets)
    .filter((address) => !chapters.some(({ lines }) => lines.some(({ text }) => text.includes(address))))
    .map((address) => ({
      file: targetsFile,
      rule: 'target-unused',
      reason: `The article has no link or picture with the address "${address}".`,
      remedy: 'Write the address as it stands in the article, or delete the line.',
    }));
}
