import {
  getPathBBox,
  getPointAtLength,
  getTotalLength,
  isValidPath,
  parsePathString,
} from 'svg-path-commander/util';
import type { PathArray } from 'svg-path-commander';
import type { Box } from './box.ts';

/** Returns the exact box of a path's geometry without its stroke; nothing for empty or broken path data. */
export function pathBox(data: string | null): Box | undefined {
  const path = parsePath(data);
  if (!path) return undefined;
  const { x, y, width, height } = getPathBBox(path);
  return { x, y, width, height };
}

export function pathLength(data: string | null): number {
  const path = parsePath(data);
  return path ? getTotalLength(path) : 0;
}

/** Returns the point at a distance from the start, as `SVGGeometryElement.getPointAtLength` gives it. */
export function pointOnPath(data: string | null, distance: number): { x: number; y: number } {
  const path = parsePath(data);
  return path ? getPointAtLength(path, distance) : { x: 0, y: 0 };
}

function parsePath(data: string | null): PathArray | undefined {
  return data && isValidPath(data) ? parsePathString(data) : undefined;
}
