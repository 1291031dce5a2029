import { createHash } from 'node:crypto';
import path from 'node:path';
import { cached } from '../file-cache.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ProofChapter } from './read-chapter.ts';

/**
 * Makes a function that reads a chapter, or gives what a build before this one read of it. Compiling is most of what the
 * proofreading takes, and from one build to the next few chapters change. What something is wrong with is read again
 * each time.
 *
 * @param terms of the glossary, which compiling depends on too
 * @param folder of the cache
 */
export function readingKeeper(
  terms: unknown,
  folder: string,
): (file: string, text: string, read: () => Promise<ProofChapter>) => Promise<ProofChapter> {
  const made = fingerprint(['markdown', 'book', 'proofreading'], terms);
  return async (file, text, read) => {
    const key = createHash('sha256')
      .update(JSON.stringify([made, file, text]))
      .digest('hex');
    let fresh: ProofChapter | undefined;
    const kept = await cached(path.join(folder, `${key.slice(0, 32)}.json`), async () => {
      fresh = await read();
      return Buffer.from(JSON.stringify(fresh));
    });
    if (fresh) return fresh;
    const chapter = JSON.parse(kept.toString('utf8')) as ProofChapter;
    return chapter.findings.length ? read() : chapter;
  };
}
