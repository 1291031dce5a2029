import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onlineOnly, type Edition } from '../../client/offline/addresses.ts';
import { listFiles } from '../read-site.ts';

/** The service worker, compiled with the scripts of the pages (see worker-chunk.ts). */
const worker = 'sw.js';

/**
 * Gives the service worker the list of the files that it keeps, with their hashes. After all other steps: the
 * files must be as they will be sent.
 *
 * @param dist folder of the built site
 * @throws Error when the worker is not there, or was not compiled to one file
 */
export async function writeWorker(dist: string): Promise<void> {
  const file = path.join(dist, worker);
  const code = await readFile(file, 'utf8');
  // It is no module: not all browsers take modules for workers.
  if (/^(?:import|export)\b/m.test(code))
    throw new Error('dist/sw.js has an import or export: a page and the service worker share a module.');
  await writeFile(file, `const edition=${JSON.stringify(await listEdition(dist))};\n${code}`);
}

async function listEdition(dist: string): Promise<Edition> {
  const kept = (await listFiles(dist)).filter((name) => name !== worker && !onlineOnly.test(name));
  const files: Record<string, string> = {};
  for (const name of kept)
    files[name.replace(/(^|\/)index\.html$/, '$1')] = sha256(await readFile(path.join(dist, name)));
  return { version: sha256(JSON.stringify(files)).slice(0, 16), files };
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
