import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';
import { findRefused, type RefusedHost } from './refused-hosts.ts';

/**
 * Finds links of chapters that lead to a refused host. The references have their own judge.
 *
 * @param refused content/refused-sources.yaml
 */
export function judgeOutsideLinks(chapters: ProofChapter[], refused: readonly RefusedHost[]): Problem[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.links ?? []).flatMap(({ value, point }) => {
      const barred = findRefused(value, refused);
      if (!barred) return [];
      return [
        {
          file,
          ...at(point),
          rule: 'link-refused',
          reason: `The link leads to ${barred.host}, which content/refused-sources.yaml refuses: ${barred.reason}`,
          remedy: 'Find the original, and cite it from content/references.yaml; or leave the link out.',
        },
      ];
    }),
  );
}
