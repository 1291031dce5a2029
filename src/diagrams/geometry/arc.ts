import type { Point, Segment } from './path.ts';

/** The arguments of an SVG arc command but its end; the rotation is in degrees. */
export interface Arc {
  radiusX: number;
  radiusY: number;
  rotation: number;
  large: boolean;
  sweep: boolean;
}

/**
 * An elliptical arc as cubic curves of at most a quarter turn each.
 * The formulas are those of the SVG specification, appendix "Elliptical arc implementation notes".
 */
export function arcToCurves(from: Point, arc: Arc, to: Point): Segment[] {
  const samePoint = from[0] === to[0] && from[1] === to[1];
  if (!arc.radiusX || !arc.radiusY || samePoint) return [{ kind: 'line', from, to }];

  const phi = (arc.rotation * Math.PI) / 180;
  const cosine = Math.cos(phi);
  const sine = Math.sin(phi);
  const halfX = (from[0] - to[0]) / 2;
  const halfY = (from[1] - to[1]) / 2;
  const x = cosine * halfX + sine * halfY;
  const y = -sine * halfX + cosine * halfY;

  let radiusX = Math.abs(arc.radiusX);
  let radiusY = Math.abs(arc.radiusY);
  const excess = (x * x) / (radiusX * radiusX) + (y * y) / (radiusY * radiusY);
  if (excess > 1) {
    radiusX *= Math.sqrt(excess);
    radiusY *= Math.sqrt(excess);
  }
  const squares = radiusX ** 2 * y ** 2 + radiusY ** 2 * x ** 2;
  const root = Math.sqrt(Math.max(0, (radiusX ** 2 * radiusY ** 2 - squares) / squares));
  const factor = arc.large === arc.sweep ? -root : root;
  const localX = (factor * radiusX * y) / radiusY;
  const localY = (-factor * radiusY * x) / radiusX;
  const centreX = cosine * localX - sine * localY + (from[0] + to[0]) / 2;
  const centreY = sine * localX + cosine * localY + (from[1] + to[1]) / 2;

  const first = Math.atan2((y - localY) / radiusY, (x - localX) / radiusX);
  let turn = Math.atan2((-y - localY) / radiusY, (-x - localX) / radiusX) - first;
  if (!arc.sweep && turn > 0) turn -= 2 * Math.PI;
  if (arc.sweep && turn < 0) turn += 2 * Math.PI;

  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2)));
  const step = turn / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const place = (u: number, v: number): Point => [
    centreX + cosine * u * radiusX - sine * v * radiusY,
    centreY + sine * u * radiusX + cosine * v * radiusY,
  ];
  return Array.from({ length: count }, (_, index) => {
    const a = first + index * step;
    const b = a + step;
    return {
      kind: 'curve',
      from: place(Math.cos(a), Math.sin(a)),
      control1: place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      control2: place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      to: place(Math.cos(b), Math.sin(b)),
    };
  });
}
