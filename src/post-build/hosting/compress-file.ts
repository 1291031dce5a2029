import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cached } from '../../file-cache.ts';

/** What is the same for all files. */
export interface Compression {
  /** Level of Brotli. */
  quality: number;
  /** Cache. */
  folder: string;
}

/** Below this an answer fits one packet with its headers, and nothing is won. */
const worthwhile = 1024;

/** Before what Brotli made of a file, which what gzip made of it follows in the cache: its length. */
const head = 4;

/**
 * Sets a Brotli and a gzip file beside a file, where that is smaller, in a thread.
 *
 * @param file absolute path
 */
export default async function compressFile(file: string, { quality, folder }: Compression): Promise<void> {
  const content = readFileSync(file);
  if (content.length < worthwhile) return;
  // Another library may give other bytes.
  const { brotli, zlib } = process.versions;
  const key = createHash('sha256').update(`${brotli} ${zlib} ${quality}:`).update(content).digest('hex');
  const kept = await cached(path.join(folder, `${key.slice(0, 32)}.brgz`), () =>
    Promise.resolve(compress(content, quality)),
  );
  const end = head + kept.readUInt32LE(0);
  write(`${file}.br`, kept.subarray(head, end), content.length);
  write(`${file}.gz`, kept.subarray(end), content.length);
}

function compress(content: Buffer, quality: number): Buffer {
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  const length = Buffer.alloc(head);
  length.writeUInt32LE(brotli.length, 0);
  return Buffer.concat([length, brotli, gzipSync(content, { level: constants.Z_BEST_COMPRESSION })]);
}

function write(file: string, compressed: Buffer, length: number): void {
  if (compressed.length < length) writeFileSync(file, compressed);
}
