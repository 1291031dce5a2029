import type { Point } from 'unist';
import type { Problem } from '../../build/problem.ts';
import type { Passage } from './editorial-passages.ts';

/** A file with words of the editors. */
export interface Spoken {
  file: string;
  /** The whole file. */
  source: string;
  passages: Passage[];
  /** What is wrong with it already. */
  problems?: readonly Problem[];
}

/**
 * Where in the file the words stand: the pipeline changes texts, so they are looked for with as much around
 * them as the source has too.
 */
export function locateWords(
  source: string,
  passage: Passage,
  index: number,
  length: number,
): Pick<Point, 'line' | 'column'> {
  const from = passage.start?.offset ?? 0;
  const searched = source.slice(from, passage.end ?? source.length);
  for (const margin of [8, 5, 3, 2, 1, 0]) {
    const before = passage.text.slice(Math.max(0, index - margin), index);
    const offset = searched.indexOf(passage.text.slice(index - before.length, index + length + margin));
    if (offset >= 0) return pointAt(source, passage.start, from + offset + before.length);
  }
  return passage.start ?? { line: 1, column: 1 };
}

/** Lines are counted from where the passage begins: a long file may have a fault in every paragraph. */
function pointAt(source: string, start: Point | undefined, offset: number): Pick<Point, 'line' | 'column'> {
  const { line = 1, offset: from = 0 } = start ?? {};
  const breaks = source.slice(from, offset).split('\n').length - 1;
  return { line: line + breaks, column: offset - source.lastIndexOf('\n', offset - 1) };
}
