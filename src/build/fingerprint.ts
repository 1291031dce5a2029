import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash for all that the making of something depends on besides its own text, for the key it is kept by: the code
 * that makes it, the versions of all packages, and what else is given.
 *
 * @param sources folders and files whose code makes it, as seen from `src`
 * @param given whatever JSON can write
 */
export function fingerprint(sources: readonly string[], given: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(given));
  hash.update(readFileSync(path.join(import.meta.dirname, '../../package-lock.json')));
  for (const source of sources) {
    const root = path.join(import.meta.dirname, '..', source);
    for (const file of listFiles(root).sort())
      hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(root: string): string[] {
  if (statSync(root).isFile()) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}
