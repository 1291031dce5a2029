import { statSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../build/file-cache.ts';
import { isForwarding } from '../redirects/forwarding-page.ts';
import { listFiles } from '../../build/list-files.ts';
import { crew } from '../../build/threads/crew.ts';
import type { Compression } from './compress-file.ts';

const compressor = new URL('./compress-file.ts', import.meta.url);

interface CompressOptions {
  only?: (name: string) => boolean;
  folder?: string;
}

/** What shrinks. Fonts and pictures are compressed by their own formats. */
const textual = /\.(css|csv|html|js|json|md|mjs|svg|txt|webmanifest|xml)$/;

/** Of more text than this, Brotli's last levels are not worth their time (see compress-file.ts). */
const large = 16 * 1024 * 1024;

/**
 * Sets a Brotli and a gzip file beside every file of text, `index.html.br` and `index.html.gz`, where that is
 * smaller, for hosts that send such files instead of compressing at each request. The same bytes on each
 * machine: neither holds a time or a name.
 *
 * @param dist folder of the built site
 * @param options.only which files: those that nothing changes any more. All, when it is not said
 * @param options.folder of the cache: most pages are as they were in the build before
 */
export async function compressFiles(
  dist: string,
  { only = () => true, folder = cacheFolder('compressed') }: CompressOptions = {},
): Promise<void> {
  // A page that forwards is two packets, which come together; in a large book most files are such.
  const files = listFiles(dist)
    .filter((name) => textual.test(name) && !isForwarding(name) && only(name))
    .map((name) => ({ name, size: statSync(path.join(dist, name)).size }));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  // The largest first: the whole book as one file takes as long as a hundred pages, and nothing is to wait for it.
  const ordered = files.sort((a, b) => b.size - a.size).map(({ name }) => name);
  await crew.runEach(compressor, ordered, { dist, hurried: bytes > large, folder } satisfies Compression);
}
