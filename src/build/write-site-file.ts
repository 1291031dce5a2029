import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file of the site, and makes the folders that it stands in.
 *
 * @param dist folder of the site
 * @param name path in it
 */
export function writeSiteFile(dist: string, name: string, content: string | Uint8Array): void {
  const file = path.join(dist, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
