import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { cached } from '../../build/file-cache.ts';
import { placeFile } from '../../build/place-file.ts';

/** What is the same for all files. */
export interface Compression {
  /** Folder of the built site. */
  dist: string;
  /** Is there so much to compress that Brotli's last levels are not worth their time? */
  hurried: boolean;
  /** Cache. */
  folder: string;
}

/** Below this an answer fits one packet with its headers, and nothing is won. */
const worthwhile = 1024;

/** Logarithm of the size of a window of Brotli, of which sixteen bytes are not for the text (RFC 7932, 9.1). */
const smallWindow = 16;

/** Before what Brotli made of a file, which what gzip made of it follows in the cache: its length. */
const head = 4;

/**
 * Sets a Brotli and a gzip file beside a file, where that is smaller, in a thread.
 *
 * @param name path in the site
 */
export default async function compressFile(
  name: string,
  { dist, hurried, folder }: Compression,
): Promise<void> {
  const content = readFileSync(path.join(dist, name));
  if (content.length < worthwhile) return;
  // Another library may give other bytes.
  const { brotli, zlib } = process.versions;
  const parameters = brotliParameters(content.length, hurried);
  const given = `${brotli} ${zlib} ${JSON.stringify(parameters)}:`;
  const key = createHash('sha256').update(given).update(content).digest('hex');
  const kept = await cached(path.join(folder, `${key.slice(0, 32)}.brgz`), () =>
    Promise.resolve(compress(content, parameters)),
  );
  const end = head + kept.readUInt32LE(0);
  for (const [compressed, extension] of [
    [kept.subarray(head, end), 'br'] as const,
    [kept.subarray(end), 'gz'] as const,
  ])
    if (compressed.length < content.length) placeFile(dist, `${name}.${extension}`, compressed);
}

/**
 * Of a page of 56 KB the ninth level makes as many bytes in the smallest window that holds it as in the largest, in an eighth
 * of the time, for it has tables for a window to clear; the eleventh saves 7 % and takes many times as long. What is
 * larger needs the largest window, and there the sixth.
 */
function brotliParameters(length: number, hurried: boolean): Record<number, number> {
  const small = length <= 2 ** smallWindow - 16;
  return {
    [constants.BROTLI_PARAM_QUALITY]: hurried ? (small ? 9 : 6) : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: hurried && small ? smallWindow : constants.BROTLI_DEFAULT_WINDOW,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  };
}

function compress(content: Buffer, params: Record<number, number>): Buffer {
  const brotli = brotliCompressSync(content, { params });
  const length = Buffer.alloc(head);
  length.writeUInt32LE(brotli.length, 0);
  return Buffer.concat([length, brotli, gzipSync(content, { level: constants.Z_BEST_COMPRESSION })]);
}
