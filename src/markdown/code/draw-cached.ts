import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import { hashFile } from '../../build/source-hash.ts';
import type { DiagramRequest, DiagramResult } from '../../diagrams/diagram.ts';

const drawing = new URL('../../diagrams/draw-diagram.ts', import.meta.url);

/** ms of the processor's time; large diagrams take half a minute. */
const limit = 60_000;

/**
 * Draws a diagram in a worker thread, unless an earlier build drew the same.
 *
 * @param root folder of the caches; the project's if not given
 * @throws LimitError when it takes longer than a minute of the processor's time
 */
export async function drawCached(request: DiagramRequest, root?: string): Promise<DiagramResult> {
  const { fonts, ...rest } = request;
  const cache = { name: 'diagrams', module: import.meta.url, ...(root ? { root } : {}) };
  return cached(cache, [rest, Object.values(fonts).map(hashFile)], () =>
    runInThread<DiagramResult>(drawing, request, limit),
  );
}
