import { crc32, deflateRawSync } from 'node:zlib';

/** A file as an archive holds it. It is data: what is deflated once is kept from build to build. */
export interface DeflatedFile {
  /** What was deflated, in base64. */
  deflated: string;
  crc: number;
  /** In bytes, before it was deflated. */
  size: number;
}

/** The first moment that archives know, so that the same files give the same bytes: 1980-01-01, 0:00. */
const date = 33;

/** Names are in UTF-8. */
const flags = 0x0800;

const [stored, deflated] = [0, 8];

/** Numbers in an archive have 16 and 32 bits; beyond them there is another format, which not all readers read. */
const most = { files: 0xffff, bytes: 0xffffffff };

/** Deflates a text. */
export function deflateFile(text: string): DeflatedFile {
  const content = Buffer.from(text);
  return {
    deflated: deflateRawSync(content, { level: 9 }).toString('base64'),
    crc: crc32(content),
    size: content.length,
  };
}

/**
 * Puts files into a ZIP archive (APPNOTE.TXT 6.3.3, without encryption, comments and extra fields). Written here, because
 * libraries deflate all files anew.
 *
 * @param files in their order; a text that is given as it is stays plain
 * @throws RangeError when an archive cannot hold them
 */
export function archive(files: ReadonlyMap<string, DeflatedFile | string>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, file] of files) {
    const named = Buffer.from(name);
    const content = typeof file === 'string' ? Buffer.from(file) : Buffer.from(file.deflated, 'base64');
    const method = typeof file === 'string' ? stored : deflated;
    const { crc, size } = typeof file === 'string' ? { crc: crc32(content), size: content.length } : file;
    // Version needed, flags, method, time, date, CRC-32, size here, size, lengths of name and extra field.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, named, content]);
    locals.push(local);

    // Length of a comment, disk, attributes within and without, where the file stands.
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, named]));
    offset += local.length;
    if (offset > most.bytes || files.size > most.files)
      throw new RangeError(`An archive holds ${most.files} files and 4 GiB, and the book is larger.`);
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
