import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FONT_FILES } from './measure/font-files.ts';
import type { DiagramRequest, RenderedDiagram } from './messages.ts';

const DEFAULT_FOLDER = path.resolve(import.meta.dirname, '../../../.cache/diagrams');
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

/** @returns nothing when there is no such file, or it is not what `writeCached` wrote */
export async function readCached(key: string, folder = DEFAULT_FOLDER): Promise<RenderedDiagram | undefined> {
  try {
    const stored: unknown = JSON.parse(await readFile(fileOf(key, folder), 'utf8'));
    return isDiagram(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Builds may run at the same time: a file is complete or absent, never half written. */
export async function writeCached(
  key: string,
  diagram: RenderedDiagram,
  folder = DEFAULT_FOLDER,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = path.join(folder, `.${key}.${randomUUID()}`);
  try {
    await writeFile(draft, JSON.stringify(diagram));
    await rename(draft, fileOf(key, folder));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function fileOf(key: string, folder: string): string {
  return path.join(folder, `${key}.json`);
}

function isDiagram(value: unknown): value is RenderedDiagram {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Partial<Record<keyof RenderedDiagram, unknown>>;
  const texts = [fields.svg, fields.kind, fields.title, fields.description];
  const sizes = [fields.width, fields.height];
  return (
    texts.every((text) => typeof text === 'string' && text !== '') &&
    sizes.every((size) => typeof size === 'number') &&
    /^<svg\s[\s\S]*<\/svg>$/.test(String(fields.svg))
  );
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
