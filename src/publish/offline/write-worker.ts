import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onlineOnly, type Edition } from '../../client/offline/addresses.ts';
import { listFiles } from '../../build/list-files.ts';

/** The service worker, compiled with the scripts of the pages (see worker-chunk.ts). */
export const worker = 'sw.js';

/** What some hosts send in place of a file, which a reader gets as the file. */
const compressed = /\.(br|gz)$/;

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
  const readable = listFiles(dist).filter(
    (name) => name !== worker && !onlineOnly.test(name) && !compressed.test(name),
  );
  // A book in volumes: to fetch thousands of chapters at the first visit would be no service to anybody.
  const whole = !readable.includes('contents/1/index.html');
  const kept = whole ? readable : await listNeeded(dist, readable);
  const files: Record<string, string> = {};
  for (const name of kept)
    files[name.replace(/(^|\/)index\.html$/, '$1')] = sha256(await readFile(path.join(dist, name)));
  return { version: sha256(JSON.stringify(files)).slice(0, 16), files, whole };
}

/** What every page needs, and the pages that lead on when there is no other. */
async function listNeeded(dist: string, readable: string[]): Promise<string[]> {
  const pages = ['index.html', '404.html', 'contents/index.html'];
  const texts = await Promise.all(pages.map((name) => readFile(path.join(dist, name), 'utf8')));
  // The names of all that may be asked for from `_astro`: so many files stand there that none is to be looked for in texts.
  const shown = new Set(texts.flatMap((text) => text.match(/[\w.-]+/g) ?? []));
  return readable.filter(
    (name) =>
      pages.includes(name) ||
      /^[^/]+\.(svg|webmanifest)$|^_astro\/.*\.(js|css)$/.test(name) ||
      (name.startsWith('_astro/') && shown.has(path.posix.basename(name))),
  );
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
