/** A table of a font. */
export interface SfntTable {
  /** Four characters: `glyf`. */
  tag: string;
  /** A copy, which may be changed. */
  content: Buffer;
}

/** Reads the tables of an sfnt (OpenType, “Organization of an OpenType Font”). */
export function tablesOf(font: Buffer): SfntTable[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const record = 12 + 16 * index;
    const offset = font.readUInt32BE(record + 8);
    return {
      tag: font.toString('latin1', record, record + 4),
      content: Buffer.from(font.subarray(offset, offset + font.readUInt32BE(record + 12))),
    };
  });
}
