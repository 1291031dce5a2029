import { statSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:zlib';
import { cacheFolder } from '../../file-cache.ts';
import { isForwarding } from '../forwarding-page.ts';
import { listFiles } from '../read-site.ts';
import { crew } from '../threads/crew.ts';
import type { Compression } from './compress-file.ts';

const compressor = new URL('./compress-file.ts', import.meta.url);

/** What shrinks. Fonts and pictures are compressed by their own formats. */
const textual = /\.(css|csv|html|js|json|md|mjs|svg|txt|wasm|webmanifest|xml)$/;

/**
 * Of more text than this, Brotli's last levels are not worth their time: of a page of 13 KB the ninth takes six times as
 * long as the seventh and saves 0.3 %, the eleventh many times as long again and saves 7 %.
 */
const large = 16 * 1024 * 1024;

/**
 * Sets a Brotli and a gzip file beside every file of text, `index.html.br` and `index.html.gz`, where that is
 * smaller, for hosts that send such files instead of compressing at each request. The same bytes on each
 * machine: neither holds a time or a name. It runs last, when nothing changes the files any more.
 *
 * @param dist folder of the built site
 * @param folder of the cache: most pages are as they were in the build before
 */
export async function compressFiles(dist: string, folder = cacheFolder('compressed')): Promise<void> {
  // A page that forwards is two packets, which come together; in a large book most files are such.
  const files = (await listFiles(dist))
    .filter((name) => textual.test(name) && !isForwarding(name))
    .map((name) => path.join(dist, name));
  const sizes = new Map(files.map((file) => [file, statSync(file).size]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const quality = bytes > large ? 7 : constants.BROTLI_MAX_QUALITY;
  // The largest first: the whole book as one file takes as long as a hundred pages, and nothing is to wait for it.
  const ordered = files.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  await crew.runEach(compressor, ordered, { quality, folder } satisfies Compression);
}
