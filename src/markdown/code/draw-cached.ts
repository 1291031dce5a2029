import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import type { DiagramRequest, DiagramResult, FontFiles } from '../../diagrams/diagram.ts';

const drawing = new URL('../../diagrams/draw-diagram.ts', import.meta.url);

/** ms of the processor's time; large diagrams take half a minute. */
const limit = 60_000;

/** Font files by path, hashed once in a process: 30 MB are not read anew for each diagram. */
const fontHashes = new Map<string, Promise<string>>();

/**
 * Draws a diagram in a worker thread, unless an earlier build drew the same.
 *
 * @param root folder of the caches; the project's if not given
 * @throws LimitError when it takes longer than a minute of the processor's time
 */
export async function drawCached(request: DiagramRequest, root?: string): Promise<DiagramResult> {
  const { fonts, ...rest } = request;
  const cache = { name: 'diagrams', module: import.meta.url, ...(root ? { root } : {}) };
  return cached(cache, [rest, await hashFonts(fonts)], () =>
    runInThread<DiagramResult>(drawing, request, limit),
  );
}

async function hashFonts(fonts: FontFiles): Promise<string[]> {
  return Promise.all(
    Object.values(fonts).map((file) => {
      const hash = fontHashes.get(file) ?? hashFile(file);
      fontHashes.set(file, hash);
      return hash;
    }),
  );
}

async function hashFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
