import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';

/** Says of every problem what it means. */
const catalogue = 'docs/errors.md';

/** Something wrong in the content, said so that its author can mend it. */
export interface Problem {
  /** Entry of docs/errors.md, kebab-case: `heading-without-id`. */
  rule: string;
  /** What is wrong, one English sentence; the offending Chinese is quoted. */
  reason: string;
  /** How to mend it, one English sentence. */
  remedy: string;
  /** Where: a node, its position, or a point (1-based line and column of the chapter's file). */
  place?: Node | Position | Point | undefined;
  /** Valid values near to the wrong one, best first. */
  candidates?: string[] | undefined;
}

/**
 * Records a problem on the file that is being compiled. It does not throw: a plugin goes on, so that all
 * problems of a book are listed at once; `rehype-refuse-problems` and the proofreading stop the build.
 *
 * @param file the chapter that is being compiled
 * @param problem what is wrong, where, and how to mend it
 */
export function reportProblem(file: VFile, problem: Problem): void {
  const { place } = problem;
  const where = place && 'type' in place ? place.position : place;
  const message = file.message(problem.reason, {
    ...(where ? { place: where } : {}),
    ruleId: problem.rule,
    source: 'edition',
  });
  message.note = problem.remedy;
  if (problem.candidates?.length) message.expected = problem.candidates;
}

/** Names the entries of the catalogue for a number of problems, one a line: `see docs/errors.md#heading-without-id`. */
export function entriesOf(problems: Pick<Problem, 'rule'>[]): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  return rules.map((rule) => `see ${catalogue}#${rule}`).join('\n');
}
