import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** Something wrong in the content or in a built page, worded so that whoever reads it can mend it. */
export interface Problem {
  /** Path from the project's folder: `content/chapters/05-maths.mdx`, `dist/maths/index.html`. */
  file: string;
  /** 1-based; undefined when the problem concerns the file as a whole. */
  line?: number | undefined;
  column?: number | undefined;
  /** Entry of docs/errors.md, kebab-case: `heading-without-id`. */
  rule: string;
  /** What is wrong, one English sentence; the offending Chinese is quoted. */
  reason: string;
  /** How to mend it, one English sentence. */
  remedy: string;
  /** Valid values near to the wrong one, best first. */
  candidates?: string[] | undefined;
}

/** Where in a chapter: a node, its position, or a point (1-based line and column of the chapter's file). */
type Place = Node | Position | Point;

/** Marks the messages of this project among those of other plugins. */
const source = 'edition';

/**
 * Records a problem on the chapter that is being compiled. It does not throw: a plugin goes on, so that all problems of a
 * book are listed at once; the proofreading stops the build.
 */
export function reportProblem(
  file: VFile,
  problem: Omit<Problem, 'file' | 'line' | 'column'> & { place?: Place | undefined },
): void {
  const { place, candidates } = problem;
  const where = place && 'type' in place ? place.position : place;
  const message = file.message(problem.reason, {
    ...(where ? { place: where } : {}),
    ruleId: problem.rule,
    source,
  });
  message.note = problem.remedy;
  if (candidates?.length) message.expected = candidates;
}

/**
 * Returns the problem that a message records.
 *
 * @param file path of the chapter from the project's folder
 * @returns undefined for a message that another plugin wrote
 */
export function problemOf(message: VFileMessage, file: string): Problem | undefined {
  if (message.source !== source) return undefined;
  const { line, column, reason, ruleId: rule = '', note: remedy = '', expected: candidates } = message;
  return { file, line, column, rule, reason, remedy, candidates };
}

/** Returns line and column of a point, for spreading into a problem. */
export function at(point: Point | undefined): Pick<Problem, 'line' | 'column'> {
  return { line: point?.line, column: point?.column };
}
