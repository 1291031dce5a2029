import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(import.meta.dirname, '../..');

/** Hashes by module, and by file: neither changes while a build runs. */
const hashes = new Map<string, string>();
const files = new Map<string, string>();
let packages: string | undefined;

/**
 * Returns a hash of a module's source and of every file that it reaches: by imports and re-exports, static or dynamic, of
 * `.ts`, `.mjs` and `.astro` files, by `new URL('./file', import.meta.url)`, which may also name a folder, and, of a package,
 * by `resolve('package/file')`: another font is another result, whatever its package says of its version.
 *
 * @param module `import.meta.url`, or a path
 */
export function hashSources(module: string): string {
  const start = module.startsWith('file:') ? fileURLToPath(module) : path.resolve(module);
  const known = hashes.get(start);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const file of listSources(start))
    hash.update(path.relative(project, file)).update('\0').update(hashFile(file));
  const digest = hash.digest('hex');
  hashes.set(start, digest);
  return digest;
}

/** Returns a hash of a file's content, read once: fonts have 30 MB. */
export function hashFile(file: string): string {
  const digest = files.get(file) ?? createHash('sha256').update(readFileSync(file)).digest('hex');
  files.set(file, digest);
  return digest;
}

/** Lists the files that a module reaches, itself included, as absolute paths in a fixed order. */
export function listSources(start: string): string[] {
  const reached = new Set([start]);
  for (const file of reached) for (const target of targetsOf(file)) reached.add(target);
  return [...reached].sort();
}

/**
 * Returns a hash of what is installed: of each package what it says of itself, and not what package-lock.json asks for, since
 * after `git pull` and before `npm ci` they differ.
 *
 * @param root the project's folder
 */
export function hashInstalledPackages(root = project): string {
  if (root === project && packages !== undefined) return packages;
  const hash = createHash('sha256');
  for (const folder of listPackages(root))
    try {
      hash
        .update(folder)
        .update('\0')
        .update(readFileSync(path.join(root, folder, 'package.json')));
    } catch {
      // An optional package, of another system.
    }
  const digest = hash.digest('hex');
  if (root === project) packages = digest;
  return digest;
}

/** Lists the folders of all packages: as npm has installed them, or, with another package manager, as they are asked for. */
function listPackages(root: string): string[] {
  const lists = ['node_modules/.package-lock.json', 'package-lock.json'].map((name) => path.join(root, name));
  const list = readFileSync(lists.find((file) => existsSync(file)) ?? '', 'utf8');
  const { packages } = JSON.parse(list) as { packages: Record<string, unknown> };
  return Object.keys(packages).filter(Boolean);
}

function targetsOf(file: string): string[] {
  if (!/\.(ts|mjs|astro)$/.test(file)) return [];
  const source = readFileSync(file, 'utf8').replaceAll(/^(import|export) type .*?;$/gms, '');
  const own = /(?:\bfrom|\bimport|\bnew URL\()\s*\(?\s*['"](\.{1,2}\/[^'"?]*)/g;
  // Where a name is put together, as of KaTeX's faces, the whole folder.
  const installed = /\bresolve\(\s*['"`]((?:@[\w-]+\/)?[\w-][\w.-]*\/[^'"`$]+)(?:\$|['"`])/g;
  const targets = [
    ...[...source.matchAll(own)].map(([, target = '']) => path.resolve(path.dirname(file), target)),
    ...[...source.matchAll(installed)].map(([whole, target = '']) =>
      path.join(project, 'node_modules', whole.endsWith('$') ? path.dirname(target) : target),
    ),
  ];
  return targets.flatMap(filesAt);
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
