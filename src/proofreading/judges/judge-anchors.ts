import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/** Finds ids that stand twice in the book: a section must stay findable when chapters are joined or moved. */
export function judgeAnchors(chapters: ProofChapter[]): Problem[] {
  const places = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, inventory } of chapters) {
    for (const { value, point } of inventory?.anchors ?? []) {
      const place = `${file}:${point?.line ?? '?'}`;
      const first = places.get(value);
      if (first === undefined) places.set(value, place);
      else if (!value.endsWith('-ref')) {
        problems.push({
          file,
          ...at(point),
          rule: 'id-used-twice',
          reason: `The id "${value}" is used already at ${first}.`,
          remedy: 'Give this one another id; ids are unique in the whole book.',
        });
      }
    }
  }
  return problems;
}
