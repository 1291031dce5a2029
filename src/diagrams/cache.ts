import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cached, cacheFolder } from '../build/file-cache.ts';
import { FONT_FILES } from './measure/font-files.ts';
import type { DiagramRequest, RenderedDiagram } from './messages.ts';

const PACKAGES = ['mermaid', 'jsdom', 'fontkit'];

let renderer: string | undefined;

/** The name of a diagram's cache file: a hash of all that its drawing depends on. */
export function cacheKey({ source, title = '', description = '' }: DiagramRequest): string {
  renderer ??= fingerprintRenderer();
  return createHash('sha256')
    .update(JSON.stringify([renderer, source, title, description]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * Gives a diagram from the cache, or draws it and keeps it there.
 *
 * @param folder `<project>/.cache/diagrams` if not given
 */
export async function cachedDiagram(
  request: DiagramRequest,
  draw: (request: DiagramRequest) => Promise<RenderedDiagram>,
  folder = cacheFolder('diagrams'),
): Promise<RenderedDiagram> {
  const kept = await cached(path.join(folder, cacheKey(request)), async () =>
    Buffer.from(JSON.stringify(await draw(request))),
  );
  return JSON.parse(kept.toString('utf8')) as RenderedDiagram;
}

/**
 * One hash for configuration, palette and code (all files of this folder), the versions of what draws and
 * measures, and the font files. Fonts are told apart by size: to read 30 MB would cost more than it is worth.
 */
function fingerprintRenderer(): string {
  const require = createRequire(import.meta.url);
  const hash = createHash('sha256');
  for (const name of PACKAGES) {
    hash.update(readFileSync(manifestOf(require.resolve(name), name)));
  }
  for (const file of Object.values(FONT_FILES))
    hash.update(`${path.basename(file)} ${statSync(file).size}\0`);
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  for (const name of sources) hash.update(name).update(readFileSync(path.join(import.meta.dirname, name)));
  return hash.digest('hex');
}

/** `name/package.json` cannot be resolved where a package does not export it. */
function manifestOf(entry: string, name: string): string {
  const folder = path.join('node_modules', name);
  return path.join(entry.slice(0, entry.lastIndexOf(folder) + folder.length), 'package.json');
}
