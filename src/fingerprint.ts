import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash for all that the making of something depends on besides its own text, for the key it is kept by: the code
 * that makes it, the versions of all packages, and what else is given.
 *
 * @param folders of `src` whose code makes it
 * @param given whatever JSON can write
 */
export function fingerprint(folders: readonly string[], given: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(given));
  hash.update(readFileSync(path.join(import.meta.dirname, '../package-lock.json')));
  for (const folder of folders) {
    const root = path.join(import.meta.dirname, folder);
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort())
      hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}
