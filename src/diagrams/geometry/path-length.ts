import { parsePath, type Point, type Segment } from './path.ts';

/** A path as a chain of short straight pieces, each point with its distance from the start. */
export interface FlatPath {
  points: { x: number; y: number; distance: number }[];
  length: number;
}

/** Steps a curve is cut into; Chromium's own lengths differ by less than a hundredth of a unit then. */
const STEPS = 64;

export function flattenPath(data: string | null): FlatPath {
  const points: FlatPath['points'] = [];
  let length = 0;
  const add = ([x, y]: Point): void => {
    const previous = points.at(-1);
    if (previous) length += Math.hypot(x - previous.x, y - previous.y);
    points.push({ x, y, distance: length });
  };
  for (const segment of parsePath(data)) {
    if (segment.kind === 'move') {
      // A jump has no length.
      points.push({ x: segment.to[0], y: segment.to[1], distance: length });
      continue;
    }
    if (points.length === 0) add(segment.from);
    if (segment.kind === 'line') add(segment.to);
    else for (let step = 1; step <= STEPS; step++) add(pointOnCurve(segment, step / STEPS));
  }
  return { points, length };
}

/** The point at a distance from the start, as `SVGGeometryElement.getPointAtLength` gives it. */
export function pointAtLength(path: FlatPath, distance: number): { x: number; y: number } {
  const wanted = Math.max(0, Math.min(distance, path.length));
  for (const [index, point] of path.points.entries()) {
    const previous = path.points[index - 1];
    if (!previous || point.distance < wanted) continue;
    const span = point.distance - previous.distance;
    const share = span ? (wanted - previous.distance) / span : 0;
    return { x: previous.x + (point.x - previous.x) * share, y: previous.y + (point.y - previous.y) * share };
  }
  const last = path.points.at(-1);
  return { x: last?.x ?? 0, y: last?.y ?? 0 };
}

export function pointOnCurve(curve: Segment & { kind: 'curve' }, t: number): [number, number] {
  const u = 1 - t;
  const along = (axis: 0 | 1): number =>
    u ** 3 * curve.from[axis] +
    3 * u ** 2 * t * curve.control1[axis] +
    3 * u * t ** 2 * curve.control2[axis] +
    t ** 3 * curve.to[axis];
  return [along(0), along(1)];
}
