import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file that is to be compressed. */
export interface Compression {
  file: string;
  /** Of Brotli, up to 11. */
  quality: number;
}

/** What is left of a file. */
export interface Compressed {
  br: Uint8Array;
  gz: Uint8Array;
}

/** Compresses a file, in a thread. */
export default function compressFile({ file, quality }: Compression): Compressed {
  const content = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return {
    br: brotliCompressSync(content, { params }),
    gz: gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
  };
}
