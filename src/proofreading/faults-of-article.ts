import type { Problem } from '../build/problem.ts';
import { formatPlace, inOrder } from '../build/report.ts';
import { isPublishable, isShownOtherwise, type Fault } from '../markdown/edition/faults.ts';
import type { ProofChapter } from './reading/read-chapter.ts';

/**
 * Returns a test of problems: is this one a fault of the article's own words, with which it can be published?
 *
 * @param chapters those that the problems may stand in
 * @param article its text: a formula is unclosed in a chapter by the editors' fault, unless it is there
 */
export function faultsIn(chapters: readonly ProofChapter[], article: string): (problem: Problem) => boolean {
  const unclosed = article.split('$$').length % 2 === 0;
  const byFile = new Map(chapters.map((chapter) => [chapter.file, chapter]));
  return ({ file, line, column, rule }) => {
    const chapter = byFile.get(file);
    if (!chapter || line === undefined || !isPublishable(rule)) return false;
    if (rule === 'formula-unclosed' && !unclosed) return false;
    const before = chapter.source.split('\n').slice(0, line - 1);
    const offset = before.reduce((sum, { length }) => sum + length + 1, 0) + (column ?? 1) - 1;
    return !chapter.ranges.some(([start, end]) => start <= offset && offset < end);
  };
}

/** Returns the faults that have the chapter shown otherwise, for the pipeline. */
export function listShownOtherwise(faults: readonly Problem[]): (Fault & { file: string })[] {
  return faults
    .filter(({ rule }) => isShownOtherwise(rule))
    .map(({ file, rule, line = 1, column = 1 }) => ({ file, rule, line, column }));
}

/** Returns the faults for a terminal, a line each: where a note may be due. */
export function listFaults(faults: readonly Problem[]): string {
  const lines = inOrder(faults).map(
    (fault) => `${formatPlace(fault)}  ${fault.rule}  ${fault.reason.split('\n', 1)[0]}`,
  );
  const places = faults.length === 1 ? 'one place' : `${faults.length} places`;
  return [
    `The article is published as it stands in ${places} that the build would refuse elsewhere:`,
    ...lines,
  ].join('\n  ');
}
