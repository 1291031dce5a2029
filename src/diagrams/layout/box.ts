import { applyMatrix, type Matrix } from './matrix.ts';

/** An axis-parallel rectangle in user units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const EMPTY_BOX: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The smallest box around both; a missing one does not count. */
export function uniteBoxes(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** The box around a list of points, or nothing for an empty list. */
export function boxAround(points: Iterable<readonly [number, number]>): Box | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The axis-parallel box around a transformed box, as SVG's `getBBox` of a parent sees it. */
export function transformBox(box: Box, matrix: Matrix): Box {
  const corners = [
    applyMatrix(matrix, box.x, box.y),
    applyMatrix(matrix, box.x + box.width, box.y),
    applyMatrix(matrix, box.x, box.y + box.height),
    applyMatrix(matrix, box.x + box.width, box.y + box.height),
  ];
  return boxAround(corners) ?? box;
}
