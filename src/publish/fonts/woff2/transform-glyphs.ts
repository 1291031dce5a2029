import { readGlyph, type Composite, type Outline, type Point } from './read-glyph.ts';
import { uint255 } from './variable-length.ts';

/** What stands of all glyphs together: numbers of a kind are alike, and Brotli finds more in them. */
interface Streams {
  contours: number[];
  points: number[];
  flags: number[];
  glyphs: number[];
  composites: Buffer[];
  boxes: Buffer[];
  instructions: Buffer[];
}

/**
 * Writes outlines as WOFF 2.0 has them (section 5.1): without their offsets, which stand in `loca`, without boxes that
 * follow from the points, and a step from point to point in as few bytes as it takes. That contours of a glyph overlap is
 * left out: the first edition of the standard had no place for it, and not all browsers read the second's.
 *
 * @param glyf the table
 * @param loca the table, of whichever format
 * @param long is `loca` in its long format? As `head` says
 * @throws RangeError when a glyph ends before it should
 */
export function transformGlyphs(glyf: Buffer, loca: Buffer, long: boolean): Buffer {
  const offsets = Array.from({ length: loca.length / (long ? 4 : 2) }, (_, index) =>
    long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index),
  );
  const count = offsets.length - 1;
  const streams: Streams = {
    contours: [],
    points: [],
    flags: [],
    glyphs: [],
    composites: [],
    boxes: [],
    instructions: [],
  };
  // A bit for each glyph, in whole words.
  const boxed = Buffer.alloc(4 * Math.ceil(count / 32));
  for (let index = 0; index < count; index++) {
    const glyph = readGlyph(glyf.subarray(offsets[index], offsets[index + 1]));
    if (glyph === undefined) {
      streams.contours.push(0, 0);
      continue;
    }
    if (glyph.kind === 'composite') writeComposite(glyph, streams);
    else writeOutline(glyph, streams);
    if (glyph.kind === 'composite' || !glyph.box.equals(boxOf(glyph.points))) {
      boxed[index >> 3] = (boxed[index >> 3] ?? 0) | (0x80 >> (index & 7));
      streams.boxes.push(glyph.box);
    }
  }

  const { contours, points, flags, glyphs, composites, boxes, instructions } = streams;
  const parts = [
    ...[contours, points, flags, glyphs].map((stream) => Buffer.from(stream)),
    Buffer.concat(composites),
    Buffer.concat([boxed, ...boxes]),
    Buffer.concat(instructions),
  ];
  const head = Buffer.alloc(8 + 4 * parts.length);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(long ? 1 : 0, 6);
  for (const [index, part] of parts.entries()) head.writeUInt32BE(part.length, 8 + 4 * index);
  return Buffer.concat([head, ...parts]);
}

function writeComposite({ components, instructions }: Composite, streams: Streams): void {
  streams.contours.push(0xff, 0xff);
  streams.composites.push(components);
  if (instructions) writeInstructions(instructions, streams);
}

function writeOutline({ ends, points, instructions }: Outline, streams: Streams): void {
  streams.contours.push(ends.length >> 8, ends.length & 0xff);
  for (const [index, end] of ends.entries()) streams.points.push(...uint255(end - (ends[index - 1] ?? -1)));
  for (const point of points) writeStep(point, streams);
  writeInstructions(instructions, streams);
}

function writeInstructions(instructions: Buffer, streams: Streams): void {
  streams.glyphs.push(...uint255(instructions.length));
  streams.instructions.push(instructions);
}

/** A step from the point before: its size, signs and kind in a flag, the rest in one to four bytes (section 5.2). */
function writeStep({ dx, dy, onCurve }: Point, { flags, glyphs }: Streams): void {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  const kind = onCurve ? 0 : 128;
  const signs = (dx < 0 ? 0 : 1) + (dy < 0 ? 0 : 2);
  if (x === 0 && y < 1280) {
    flags.push(kind + ((y & 0xf00) >> 7) + (signs >> 1));
    glyphs.push(y & 0xff);
  } else if (y === 0 && x < 1280) {
    flags.push(kind + 10 + ((x & 0xf00) >> 7) + (signs & 1));
    glyphs.push(x & 0xff);
  } else if (x < 65 && y < 65) {
    flags.push(kind + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs);
    glyphs.push((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf));
  } else if (x < 769 && y < 769) {
    flags.push(kind + 84 + 12 * (((x - 1) & 0x300) >> 8) + (((y - 1) & 0x300) >> 6) + signs);
    glyphs.push((x - 1) & 0xff, (y - 1) & 0xff);
  } else if (x < 4096 && y < 4096) {
    flags.push(kind + 120 + signs);
    glyphs.push(x >> 4, ((x & 0xf) << 4) | (y >> 8), y & 0xff);
  } else {
    flags.push(kind + 124 + signs);
    glyphs.push(x >> 8, x & 0xff, y >> 8, y & 0xff);
  }
}

/** The box around all points, as a glyph states it. */
function boxOf(points: readonly Point[]): Buffer {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  let [x, y] = [0, 0];
  for (const { dx, dy } of points) {
    x += dx;
    y += dy;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.bottom = Math.min(box.bottom, y);
    box.top = Math.max(box.top, y);
  }
  const bytes = Buffer.alloc(8);
  for (const [index, edge] of [box.left, box.bottom, box.right, box.top].entries())
    bytes.writeInt16BE(Number.isFinite(edge) ? edge : 0, 2 * index);
  return bytes;
}
