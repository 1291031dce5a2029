import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const text = readFileSync(path.resolve(import.meta.dirname, '../../content/article/article.md'));
const work = Buffer.concat(Array.from({ length: 60 }, (_, index) => Buffer.from(`${index}${text}`)));

/**
 * Measures the machine by work that does not change with this project's code: the same machine may be half as fast
 * again from hour to hour, and tables of different days can be compared by this only.
 *
 * @returns ms that each core takes, all at once, to compress the article sixty times over; the best of three
 */
export async function machineSpeed(): Promise<number> {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    await Promise.all(Array.from({ length: os.availableParallelism() }, () => compress(work, options)));
    times.push(performance.now() - started);
  }
  return Math.min(...times);
}
