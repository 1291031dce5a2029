import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cached } from '../file-cache.ts';
import type { ProofChapter } from './read-chapter.ts';

/** Code that a reading depends on, besides the packages. */
const code = ['markdown', 'book', 'proofreading'];

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
  const fingerprint = fingerprintCode(terms);
  return async (file, text, read) => {
    const key = createHash('sha256')
      .update(JSON.stringify([fingerprint, file, text]))
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

/** One hash for the code that reads, the versions of all packages, and the terms. */
function fingerprintCode(terms: unknown): string {
  const src = path.resolve(import.meta.dirname, '..');
  const hash = createHash('sha256').update(JSON.stringify(terms));
  hash.update(readFileSync(path.join(src, '../package-lock.json')));
  for (const folder of code)
    for (const name of readdirSync(path.join(src, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(path.join(src, folder, name)));
  return hash.digest('hex');
}
