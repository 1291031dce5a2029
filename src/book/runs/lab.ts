import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import type { LabResults } from './results.ts';

/**
 * Returns what the lab computes.
 *
 * @param article the text of content/article/article.md
 */
export async function readLab(article: string): Promise<LabResults> {
  return cached({ name: 'lab', module: import.meta.url }, [article], () =>
    runInThread<LabResults>(new URL('./results.ts', import.meta.url), article),
  );
}
