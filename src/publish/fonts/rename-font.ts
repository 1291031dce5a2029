/** A font's name table (OpenType, `name`). */
export interface FontNames {
  family: string;
  /** `Bold Italic` */
  subfamily: string;
  copyright: string;
}

/** A table of a font. */
interface SfntTable {
  /** Four characters: `glyf`. */
  tag: string;
  content: Buffer;
}

/** `STAT` names entries of the name table that are no more, and means nothing in a font without axes. */
const dropped = ['name', 'STAT'];

/**
 * Gives a TrueType font another name table: who changes a font must not leave it a name that its licence
 * reserves (OFL 1.1, condition 3), but has to leave its copyright (condition 2). The licence itself stands
 * beside the file.
 *
 * @param font the sfnt
 * @throws Error when it has no `head` table
 */
export function renameFont(font: Buffer, names: FontNames): Buffer {
  const tables = tablesOf(font).filter(({ tag }) => !dropped.includes(tag));
  tables.push({ tag: 'name', content: nameTable(names) });
  return writeTables(font.subarray(0, 4), tables);
}

/** Reads the tables of an sfnt (OpenType, “Organization of an OpenType Font”); their content may be changed. */
function tablesOf(font: Buffer): SfntTable[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const record = 12 + 16 * index;
    const offset = font.readUInt32BE(record + 8);
    return {
      tag: font.toString('latin1', record, record + 4),
      content: Buffer.from(font.subarray(offset, offset + font.readUInt32BE(record + 12))),
    };
  });
}

function writeTables(version: Buffer, tables: SfntTable[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  version.copy(header);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (sorted.length - 2 ** power), 10);

  const head = sorted.find(({ tag }) => tag === 'head');
  if (!head) throw new Error('The font has no head table.');
  head.content.writeUInt32BE(0, 8);

  let offset = header.length;
  const padded = sorted.map(({ tag, content }, index) => {
    const record = 12 + 16 * index;
    const whole = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(checksum(whole), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(content.length, record + 12);
    offset += whole.length;
    return whole;
  });
  const font = Buffer.concat([header, ...padded]);
  const headAt = header.readUInt32BE(12 + 16 * sorted.indexOf(head) + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8);
  return font;
}

function checksum(content: Buffer): number {
  let sum = 0;
  for (let at = 0; at < content.length; at += 4) sum = (sum + content.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Format 0, with US English names for Windows, which all systems read. */
function nameTable({ family, subfamily, copyright }: FontNames): Buffer {
  const full = `${family} ${subfamily}`;
  const postscript = full.replaceAll(' ', '').replace(subfamily.replaceAll(' ', ''), '-$&');
  const entries: [number, string][] = [
    [0, copyright],
    [1, family],
    [2, subfamily],
    [3, full],
    [4, full],
    [6, postscript],
    [13, 'SIL Open Font License, Version 1.1'],
    [14, 'https://openfontlicense.org'],
  ];
  const texts = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const records = Buffer.alloc(6 + 12 * entries.length);
  records.writeUInt16BE(entries.length, 2);
  records.writeUInt16BE(records.length, 4);
  let offset = 0;
  for (const [index, [id]] of entries.entries()) {
    const length = texts[index]?.length ?? 0;
    for (const [field, value] of [3, 1, 0x409, id, length, offset].entries())
      records.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    offset += length;
  }
  return Buffer.concat([records, ...texts]);
}
