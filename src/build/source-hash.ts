import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(import.meta.dirname, '../..');

/** Hashes by module: sources do not change while a build runs. */
const hashes = new Map<string, string>();
let packages: string | undefined;

/**
 * Returns a hash of a module's source and of every project file that it reaches: by imports and re-exports, static or
 * dynamic, of `.ts`, `.mjs` and `.astro` files, and by `new URL('./file', import.meta.url)`, which may also name a folder.
 *
 * @param module `import.meta.url`, or a path
 */
export function hashSources(module: string): string {
  const start = module.startsWith('file:') ? fileURLToPath(module) : path.resolve(module);
  const known = hashes.get(start);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const file of listSources(start))
    hash.update(path.relative(project, file)).update('\0').update(readFileSync(file));
  const made = hash.digest('hex');
  hashes.set(start, made);
  return made;
}

/** Lists the files that a module reaches, itself included, as absolute paths in a fixed order. */
export function listSources(start: string): string[] {
  const reached = new Set([start]);
  for (const file of reached) for (const target of targetsOf(file)) reached.add(target);
  return [...reached].sort();
}

/**
 * Returns a hash of what npm has installed, not of what package-lock.json asks for: after `git pull` and before `npm ci`
 * they differ.
 */
export function hashInstalledPackages(): string {
  packages ??= createHash('sha256').update(readInstalled()).digest('hex');
  return packages;
}

function readInstalled(): Buffer {
  try {
    return readFileSync(path.join(project, 'node_modules/.package-lock.json'));
  } catch {
    // Another package manager's, or a link to another project's.
    return readFileSync(path.join(project, 'package-lock.json'));
  }
}

function targetsOf(file: string): string[] {
  if (!/\.(ts|mjs|astro)$/.test(file)) return [];
  const source = readFileSync(file, 'utf8').replaceAll(/^(import|export) type .*?;$/gms, '');
  const pattern = /(?:\bfrom|\bimport|\bnew URL\()\s*\(?\s*['"](\.{1,2}\/[^'"?]*)/g;
  return [...source.matchAll(pattern)].flatMap(([, target = '']) =>
    filesAt(path.resolve(path.dirname(file), target)),
  );
}

/** The file of this name, or all files in the folder; nothing where there is none, as for an example in a comment. */
function filesAt(target: string): string[] {
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [target];
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}
