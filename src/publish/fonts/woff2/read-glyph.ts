/** A step from the point before; the first is from the origin. */
export interface Point {
  dx: number;
  dy: number;
  onCurve: boolean;
}

/** A glyph that has points of its own. */
export interface Outline {
  kind: 'outline';
  /** What the glyph states: left, bottom, right, top, 16 bits each. */
  box: Buffer;
  /** The last point of each contour. */
  ends: number[];
  points: Point[];
  instructions: Buffer;
}

/** A glyph that is made of others. */
export interface Composite {
  kind: 'composite';
  box: Buffer;
  /** As they stand in the font. */
  components: Buffer;
  /** Undefined when the font says that there are none. */
  instructions: Buffer | undefined;
}

/** Flags of a point (OpenType, `glyf`). */
const point = { onCurve: 1, shortX: 2, shortY: 4, repeated: 8, sameX: 16, sameY: 32 };

/** Flags of a component. */
const component = { words: 1, scale: 8, more: 32, scales: 64, matrix: 128, instructions: 256 };

/**
 * Reads a glyph of a TrueType font (OpenType, `glyf`).
 *
 * @param bytes those that `loca` gives it
 * @returns undefined when it has none
 * @throws RangeError when it ends before it should
 */
export function readGlyph(bytes: Buffer): Outline | Composite | undefined {
  if (!bytes.length) return undefined;
  const count = bytes.readInt16BE(0);
  const box = bytes.subarray(2, 10);
  return count < 0 ? readComposite(bytes, box) : readOutline(bytes, box, count);
}

function readOutline(bytes: Buffer, box: Buffer, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, index) => bytes.readUInt16BE(10 + 2 * index));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * contours;
  const length = bytes.readUInt16BE(at);
  const instructions = bytes.subarray(at + 2, at + 2 + length);
  at += 2 + length;

  const flags: number[] = [];
  while (flags.length < count) {
    const flag = bytes.readUInt8(at++);
    const times = flag & point.repeated ? bytes.readUInt8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const readSteps = (short: number, same: number): number[] =>
    flags.map((flag) => {
      if (flag & short) return flag & same ? bytes.readUInt8(at++) : -bytes.readUInt8(at++);
      if (flag & same) return 0;
      at += 2;
      return bytes.readInt16BE(at - 2);
    });
  const xs = readSteps(point.shortX, point.sameX);
  const ys = readSteps(point.shortY, point.sameY);
  return {
    kind: 'outline',
    box,
    ends,
    points: flags.map((flag, index) => ({
      dx: xs[index] ?? 0,
      dy: ys[index] ?? 0,
      onCurve: (flag & point.onCurve) > 0,
    })),
    instructions,
  };
}

function readComposite(bytes: Buffer, box: Buffer): Composite {
  let at = 10;
  let flags = component.more;
  let hasInstructions = false;
  while (flags & component.more) {
    flags = bytes.readUInt16BE(at);
    at += flags & component.words ? 8 : 6;
    if (flags & component.scale) at += 2;
    else if (flags & component.scales) at += 4;
    else if (flags & component.matrix) at += 8;
    hasInstructions ||= (flags & component.instructions) > 0;
  }
  const components = bytes.subarray(10, at);
  if (!hasInstructions) return { kind: 'composite', box, components, instructions: undefined };
  const instructions = bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at));
  return { kind: 'composite', box, components, instructions };
}
