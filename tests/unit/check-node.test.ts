import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a file of the project under a Node that says it is another version. */
function runAs(version: string, file: string) {
  const disguise = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${disguise}`, file],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return { status, stderr };
}

test('every script begins by looking at its Node', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const unchecked = Object.entries(scripts).filter(
    ([, command]) =>
      !/^node (src\/check-node\.cjs &&|-r \.\/src\/check-node\.cjs|src\/astro\.mjs) /.test(command),
  );
  expect(unchecked).toEqual([]);
});

test.each(['src/check-node.cjs', 'src/astro.mjs'])(
  '%s ends with one sentence when Node is too old',
  (file) => {
    expect(runAs('18.20.8', file)).toEqual({
      status: 1,
      stderr:
        'Node 24.16 or newer is needed, and this is 18.20.8: ' +
        'on x64 Linux `npm ci` brings the right one, elsewhere install it (https://nodejs.org).\n',
    });
  },
);

test('the oldest Node that is taken is the oldest that every package takes', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { engines?: { node?: string } }>;
  };
  const minors = Object.values(packages).map(({ engines }) =>
    Number(/(?:\^|>= ?)24\.(\d+)/.exec(engines?.node ?? '')?.[1] ?? 0),
  );
  const oldest = Math.max(...minors);
  const versions = [`24.${oldest - 1}.0`, `24.${oldest}.0`, '26.0.0'];
  expect(versions.map((version) => runAs(version, 'src/check-node.cjs').status)).toEqual([1, 0, 0]);
});

test('Astro writes nothing into the home of whoever builds', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'));
  onTestFinished(() => {
    rmSync(home, { recursive: true });
  });
  // Help comes after Astro has asked whether it may send telemetry.
  const { status, stdout } = spawnSync(process.execPath, ['src/astro.mjs', 'build', '--help'], {
    cwd: root,
    encoding: 'utf8',
    env: { HOME: home, XDG_CONFIG_HOME: home, APPDATA: home },
  });
  expect(status).toBe(0);
  expect(stdout).toContain('astro build');
  expect(readdirSync(home)).toEqual([]);
});
