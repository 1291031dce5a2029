import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cached, cacheFolder } from '../../file-cache.ts';

/** What shrinks. Fonts and pictures are compressed by their own formats. */
const textual = /\.(css|csv|html|js|json|md|mjs|svg|txt|wasm|webmanifest|xml)$/;

/** Below this an answer fits one packet with its headers, and nothing is won. */
const worthwhile = 1024;

/**
 * Of more text than this, Brotli's last levels are not worth their time: of a page of 13 KB the ninth takes six times as
 * long as the seventh and saves 0.3 %, the eleventh many times as long again and saves 7 %.
 */
const large = 16 * 1024 * 1024;

type Encode = (content: Buffer, quality: number, folder: string) => Promise<Buffer>;

/** By ending. Only Brotli's work is worth keeping: gzip takes a fiftieth of its time. */
const encoders: [string, Encode][] = [
  ['.br', keptBrotli],
  ['.gz', (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION })],
];

/**
 * Sets a Brotli and a gzip file beside every file of text, `index.html.br` and `index.html.gz`, where that is
 * smaller, for hosts that send such files instead of compressing at each request. The same bytes on each
 * machine: neither holds a time or a name. It runs last, when nothing changes the files any more.
 *
 * @param dist folder of the built site
 * @param folder of the cache: most pages are as they were in the build before
 */
export async function compressFiles(dist: string, folder = cacheFolder('compressed')): Promise<void> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && textual.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const isLarge = sizes.reduce((sum, size) => sum + size, 0) > large;
  const quality = isLarge ? 7 : constants.BROTLI_MAX_QUALITY;
  // As many at once as there are cores: the work is done on threads, and no more files are held than that.
  const rows = Array.from({ length: os.availableParallelism() }, async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop())
      await compress(file, quality, folder);
  });
  await Promise.all(rows);
}

async function compress(file: string, quality: number, folder: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < worthwhile) return;
  for (const [ending, encode] of encoders) {
    const compressed = await encode(content, quality, folder);
    if (compressed.length < content.length) await writeFile(file + ending, compressed);
  }
}

function keptBrotli(content: Buffer, quality: number, folder: string): Promise<Buffer> {
  // Another Brotli may give other bytes.
  const key = createHash('sha256')
    .update(`${process.versions.brotli} ${quality}:`)
    .update(content)
    .digest('hex');
  return cached(path.join(folder, `${key.slice(0, 32)}.br`), () =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  );
}
