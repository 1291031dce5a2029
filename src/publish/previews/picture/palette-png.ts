import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Writes a picture of few colours as a PNG with a palette, a fifth of what it takes with four bytes a pixel.
 *
 * @param pixels RGBA, opaque
 * @throws Error when there are more than 256 colours
 */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const palette = new Map<number, number>();
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  const { buffer, byteOffset } = pixels.byteOffset % 4 ? pixels.slice() : pixels;
  // Four bytes at once, in whatever order the machine reads them.
  const colours = new Int32Array(buffer, byteOffset, width * height);
  let last = -1;
  let index = 0;
  let at = 0;
  for (let row = 0; row < height; row++)
    for (let to = row * (width + 1) + 1, end = to + width; to < end; to++) {
      const colour = colours[at++] as number;
      if (colour !== last) {
        last = colour;
        index = palette.get(colour) ?? palette.size;
        palette.set(colour, index);
      }
      rows[to] = index;
    }
  if (palette.size > 256) throw new Error(`The picture has ${palette.size} colours; a palette holds 256.`);

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, and these are places in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const entries = new Uint8Array(Int32Array.from(palette.keys()).buffer).filter((_, byte) => byte % 4 < 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(entries)),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
