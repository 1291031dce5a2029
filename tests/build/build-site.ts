import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface BuildOptions {
  /** Folder whose files are laid over the copy of the project before it is built. */
  overlay?: string;
  /** Changes the copy of the project before it is built. */
  prepare?: (root: string) => Promise<void>;
  /** Folder of a project that was built before: what it drew and cut is taken over, as in a second build. */
  warmFrom?: string;
  /** Settings of this build: `BASE_PATH`, `SITE_URL`, `TZ`. Those of the machine are not passed on. */
  env?: Record<string, string>;
}

export interface BuiltSite {
  exitCode: number;
  /** What the build said, standard output and errors in order, without colours. */
  output: string;
  /** The built site; does not exist when the build failed. */
  dist: string;
  /** The copy of the project that was built. */
  root: string;
  /** Deletes the copy. */
  remove(): Promise<void>;
}

const project = path.resolve(import.meta.dirname, '../..');

/** Not part of what a build reads, or left behind by another build. */
const leftOut = new Set([
  '.git',
  '.ci',
  '.astro',
  '.building',
  '.cache',
  'coverage',
  'dist',
  'node_modules',
  'tests',
]);

/** What a build needs to know of the machine. Vitest's own `NODE_ENV`, `BASE_URL` … would change the site. */
const inherited = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG', 'LC_ALL'];

/** A build that takes longer than this hangs. */
const deadline = 300_000;

/**
 * Builds a copy of the project in a folder of its own, as `npm run build` would on a clean checkout:
 * several may run at once, since nothing that a build writes is shared.
 *
 * @returns what the build said and left; a failed build is a result as well
 * @throws Error when the copy cannot be made or the build cannot be started
 */
export async function buildSite({
  overlay,
  prepare,
  warmFrom,
  env = {},
}: BuildOptions = {}): Promise<BuiltSite> {
  const root = await copyProject(overlay);
  await prepare?.(root);
  if (warmFrom) await cp(path.join(warmFrom, '.cache'), path.join(root, '.cache'), { recursive: true });
  const { exitCode, output } = await runBuild(root, env);
  return {
    exitCode,
    output,
    dist: path.join(root, 'dist'),
    root,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Copies what a build reads into a folder of its own. */
export async function copyProject(overlay?: string): Promise<string> {
  // Resolved, because Vite resolves links in the names of files that it compares with the root.
  const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'edition-build-')));
  const names = (await readdir(project)).filter((name) => !leftOut.has(name));
  await Promise.all(
    names.map((name) => cp(path.join(project, name), path.join(root, name), { recursive: true })),
  );
  await linkPackages(path.join(root, 'node_modules'));
  if (overlay) await cp(path.resolve(project, overlay), root, { recursive: true, force: true });
  return root;
}

/**
 * Links the packages one by one: Astro and Vite keep their caches in `node_modules`, and in a linked folder
 * builds would write and read each other's.
 */
async function linkPackages(folder: string): Promise<void> {
  const packages = path.join(project, 'node_modules');
  await mkdir(folder);
  const names = (await readdir(packages)).filter((name) => !name.startsWith('.') || name === '.bin');
  await Promise.all(
    names.map((name) => symlink(path.join(packages, name), path.join(folder, name), 'junction')),
  );
}

/** The environment of a build: what it needs of the machine's, and its settings. */
export function environmentOf(env: Record<string, string> = {}): Record<string, string> {
  const known = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(known), NO_COLOR: '1', ...env };
}

export interface BuildRun {
  /** 1 when the build was stopped by a signal. */
  exitCode: number;
  output: string;
}

/**
 * Builds a copy of the project, as often as one likes.
 *
 * @param root see copyProject
 * @param env see environmentOf; `NODE_OPTIONS` too
 * @param onStart given the process, to do it harm
 */
export async function runBuild(
  root: string,
  env: Record<string, string> = {},
  onStart: (build: ChildProcess) => void = () => undefined,
): Promise<BuildRun> {
  const astro = path.join('scripts', 'astro.mjs');
  const build = spawn(process.execPath, [astro, 'build'], {
    cwd: root,
    env: environmentOf(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: deadline,
  });
  const said: Buffer[] = [];
  build.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  build.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  onStart(build);
  const exitCode = await new Promise<number>((resolve, reject) => {
    build.once('error', reject);
    // A build that was stopped by a signal has no exit code.
    build.once('close', (code) => resolve(code ?? 1));
  });
  return { exitCode, output: stripVTControlCharacters(Buffer.concat(said).toString('utf8')) };
}
