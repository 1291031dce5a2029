import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { cached } from '../../build/cache.ts';
import { listFiles } from '../../build/list-files.ts';
import { runInThread } from '../../build/pool.ts';
import { writeSiteFile } from '../../build/write-site-file.ts';
import type { Compressed } from './compress-file.ts';

const compressor = new URL('./compress-file.ts', import.meta.url);

interface CompressOptions {
  /** Which files; all, when it is not said. */
  only?: (name: string) => boolean;
  /** Folder of all caches; the project's own unless a test has another. */
  root?: string;
}

/** What shrinks. Fonts and pictures are compressed by their own formats. */
const textual = /\.(css|csv|html|js|json|md|mjs|svg|txt|webmanifest|xml)$/;

/** Below this an answer fits one packet with its headers, and nothing is won. A page that only forwards is two. */
const worthwhile = 1024;
const forwards = /^s\/.*\.html$/;

/**
 * Of more text than this, Brotli's last levels are not worth their time: for a page of 60 KB the eleventh takes 75 ms, and the
 * seventh, which makes it 7 % larger, 3 ms.
 */
const large = 16 * 1024 * 1024;

/**
 * Sets a Brotli and a gzip file beside every file of text, `index.html.br` and `index.html.gz`, where that is
 * smaller, for hosts that send such files instead of compressing at each request. The same bytes on each
 * machine: neither holds a time or a name.
 *
 * @param dist folder of the built site; what is compressed there, nothing changes any more
 */
export async function compressFiles(
  dist: string,
  { only = () => true, root }: CompressOptions = {},
): Promise<void> {
  const cache = { name: 'compressed', module: compressor.href, ...(root === undefined ? {} : { root }) };
  const files = listFiles(dist)
    .filter((name) => textual.test(name) && !forwards.test(name) && only(name))
    .map((name) => ({ name, size: statSync(path.join(dist, name)).size }));
  const quality = files.reduce((sum, { size }) => sum + size, 0) > large ? 7 : 11;
  // The largest first: the whole book as one file takes as long as a hundred pages, and nothing is to wait for it.
  const ordered = files.filter(({ size }) => size >= worthwhile).sort((a, b) => b.size - a.size);
  await Promise.all(
    ordered.map(async ({ name, size }) => {
      const file = path.join(dist, name);
      const hash = createHash('sha256').update(readFileSync(file)).digest();
      const compressed = await cached(cache, [hash, quality], () =>
        runInThread<Compressed>(compressor, { file, quality }),
      );
      for (const extension of ['br', 'gz'] as const)
        if (compressed[extension].length < size)
          writeSiteFile(dist, `${name}.${extension}`, compressed[extension]);
    }),
  );
}
