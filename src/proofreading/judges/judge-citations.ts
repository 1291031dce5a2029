import { nearest } from '../../build/nearest.ts';
import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/** Finds citations of references that `content/references.yaml` does not have. */
export function judgeCitations(chapters: ProofChapter[], keys: ReadonlySet<string>): Problem[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.citations ?? []).flatMap(({ value, point }) =>
      keys.has(value)
        ? []
        : [
            {
              file,
              ...at(point),
              rule: 'citation-unknown',
              reason: `content/references.yaml has no entry "${value}".`,
              remedy: 'Add it there, or correct the key.',
              candidates: nearest(value, keys),
            },
          ],
    ),
  );
}
