import { arcToCurves } from './arc.ts';

export type Point = readonly [x: number, y: number];

/** A piece of a path in absolute coordinates: a move, a straight line, or a cubic Bézier curve. */
export type Segment =
  | { kind: 'move'; to: Point }
  | { kind: 'line'; from: Point; to: Point }
  | { kind: 'curve'; from: Point; control1: Point; control2: Point; to: Point };

const ARGUMENTS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const NUMBER = /[\s,]*([-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?)/iy;
/** The two flags of an arc may stand without a space before what follows: `a5 5 0 011 2`. */
const FLAG = /[\s,]*([01])/y;

/** Reads path data (`d`), with quadratic curves and arcs turned into cubic ones. */
export function parsePath(data: string | null): Segment[] {
  const segments: Segment[] = [];
  let current: Point = [0, 0];
  let start: Point = [0, 0];
  let lastControl: Point | undefined;
  let lastCommand = '';

  for (const [, letter = '', text = ''] of (data ?? '').matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const relative = letter === letter.toLowerCase();
    let command = letter.toUpperCase();
    for (const values of argumentGroups(command, text)) {
      const [originX, originY] = relative ? current : [0, 0];
      const at = (index: number): Point => [
        originX + (values[index] ?? 0),
        originY + (values[index + 1] ?? 0),
      ];
      const reflected = (family: string): Point =>
        lastControl && family.includes(lastCommand)
          ? [2 * current[0] - lastControl[0], 2 * current[1] - lastControl[1]]
          : current;
      const from = current;
      let control: Point | undefined;
      switch (command) {
        case 'M':
          current = start = at(0);
          segments.push({ kind: 'move', to: current });
          break;
        case 'L':
          current = at(0);
          segments.push({ kind: 'line', from, to: current });
          break;
        case 'H':
          current = [originX + (values[0] ?? 0), from[1]];
          segments.push({ kind: 'line', from, to: current });
          break;
        case 'V':
          current = [from[0], originY + (values[0] ?? 0)];
          segments.push({ kind: 'line', from, to: current });
          break;
        case 'C':
          control = at(2);
          current = at(4);
          segments.push({ kind: 'curve', from, control1: at(0), control2: control, to: current });
          break;
        case 'S': {
          const control1 = reflected('CS');
          control = at(0);
          current = at(2);
          segments.push({ kind: 'curve', from, control1, control2: control, to: current });
          break;
        }
        case 'Q':
        case 'T':
          control = command === 'Q' ? at(0) : reflected('QT');
          current = command === 'Q' ? at(2) : at(0);
          segments.push({
            kind: 'curve',
            from,
            control1: towards(from, control),
            control2: towards(current, control),
            to: current,
          });
          break;
        case 'A': {
          const [radiusX = 0, radiusY = 0, rotation = 0, large = 0, sweep = 0] = values;
          current = at(5);
          segments.push(
            ...arcToCurves(from, { radiusX, radiusY, rotation, large: !!large, sweep: !!sweep }, current),
          );
          break;
        }
        case 'Z':
          current = start;
          segments.push({ kind: 'line', from, to: current });
          break;
      }
      lastControl = control;
      lastCommand = command;
      // Further pairs after a move are lines.
      if (command === 'M') command = 'L';
    }
  }
  return segments;
}

function* argumentGroups(command: string, text: string): Generator<number[]> {
  const count = ARGUMENTS[command] ?? 0;
  if (count === 0) {
    yield [];
    return;
  }
  let position = 0;
  for (;;) {
    const values: number[] = [];
    for (let index = 0; index < count; index++) {
      const pattern = command === 'A' && (index === 3 || index === 4) ? FLAG : NUMBER;
      pattern.lastIndex = position;
      const match = pattern.exec(text);
      if (!match) return;
      position = pattern.lastIndex;
      values.push(Number(match[1]));
    }
    yield values;
  }
}

/** The cubic control point of a quadratic curve: two thirds of the way to its only one. */
function towards(end: Point, control: Point): Point {
  return [end[0] + (2 / 3) * (control[0] - end[0]), end[1] + (2 / 3) * (control[1] - end[1])];
}
