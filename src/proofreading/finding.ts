import type { Point } from 'unist';

/** Something wrong in the content, ready to be told to the person who can mend it. */
export interface Finding {
  /** Path from the project's folder: `content/chapters/05-maths.mdx`. */
  file: string;
  /** 1-based; undefined when the finding concerns the file as a whole. */
  line?: number | undefined;
  column?: number | undefined;
  /** Entry of the error catalogue. */
  rule: string;
  reason: string;
  remedy: string;
  /** Valid values near to the wrong one, best first. */
  candidates?: string[] | undefined;
}

/** Line and column of a point, for spreading into a finding. */
export function at(point: Point | undefined): Pick<Finding, 'line' | 'column'> {
  return { line: point?.line, column: point?.column };
}
