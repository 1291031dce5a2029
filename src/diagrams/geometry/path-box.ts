import { boxAround, type Box } from './box.ts';
import { pointOnCurve } from './path-length.ts';
import { parsePath, type Point, type Segment } from './path.ts';

/** The exact box of a path's geometry without its stroke; nothing for empty path data. */
export function pathBox(data: string | null): Box | undefined {
  const segments = parsePath(data);
  return boxAround(segments.flatMap((segment) => extremes(segment, segments.length === 1)));
}

function extremes(segment: Segment, alone: boolean): Point[] {
  switch (segment.kind) {
    case 'move':
      // Chromium counts a move only when the path consists of nothing else.
      return alone ? [segment.to] : [];
    case 'line':
      return [segment.from, segment.to];
    case 'curve':
      return [segment.from, segment.to, ...turningPoints(segment)];
  }
}

/** Where the curve's derivative is zero in x or in y. */
function turningPoints(curve: Segment & { kind: 'curve' }): Point[] {
  const times: number[] = [];
  for (const axis of [0, 1] as const) {
    const [p, q, r, s] = [curve.from[axis], curve.control1[axis], curve.control2[axis], curve.to[axis]];
    const a = -p + 3 * q - 3 * r + s;
    const b = 2 * (p - 2 * q + r);
    const c = q - p;
    if (Math.abs(a) < 1e-9) {
      if (Math.abs(b) > 1e-9) times.push(-c / b);
      continue;
    }
    const discriminant = b * b - 4 * a * c;
    if (discriminant < 0) continue;
    const root = Math.sqrt(discriminant);
    times.push((-b + root) / (2 * a), (-b - root) / (2 * a));
  }
  return times.filter((t) => t > 0 && t < 1).map((t) => pointOnCurve(curve, t));
}
