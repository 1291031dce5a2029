import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

interface Manifest {
  scripts: Record<string, string>;
  engines: { node: string };
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { engines?: { node?: string } }>;
};

/** Runs a file of the project under a Node that says it is another version, started by an npm on a third. */
function runAs(version: string, file: string, installer = version) {
  const disguise = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${disguise}`, file],
    {
      cwd: root,
      encoding: 'utf8',
      env: { npm_config_user_agent: `npm/10.8.2 node/v${installer} linux x64 workspaces/false` },
    },
  );
  return { status, stderr };
}

test('every script begins by looking at its Node', () => {
  const unchecked = Object.entries(manifest.scripts).filter(
    ([, command]) =>
      !/^node (scripts\/check-node\.cjs &&|-r \.\/scripts\/check-node\.cjs|scripts\/astro\.mjs) /.test(
        command,
      ),
  );
  expect(unchecked).toEqual([]);
});

test.each(['scripts/check-node.cjs', 'scripts/astro.mjs'])(
  '%s ends with one sentence when Node is too old',
  (file) => {
    const run = 'on x64 Linux `npm ci` brings the right one, elsewhere install it (https://nodejs.org).\n';
    expect(runAs('22.13.0', file)).toEqual({
      status: 1,
      stderr: `Node 24.16 or newer is needed, and this is 22.13.0: ${run}`,
    });
    const install =
      'too old to install the packages: have Node 20.19, 22.12 or newer, and run `npm ci` again.\n';
    for (const version of ['18.20.8', '24.21.0']) {
      expect(runAs(version, file, '18.20.8')).toEqual({ status: 1, stderr: `Node 18.20.8 is ${install}` });
    }
  },
);

test.each([...'#?%'])('a folder with %s in its name is refused before anything is built', (sign) => {
  const above = mkdtempSync(path.join(tmpdir(), 'edition-folder-'));
  onTestFinished(() => {
    rmSync(above, { recursive: true });
  });
  cpSync(path.join(root, 'scripts'), path.join(above, `a${sign}b/scripts`), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], {
    cwd: path.join(above, `a${sign}b`),
    encoding: 'utf8',
  });
  expect([status, stderr.split('\n').length]).toEqual([1, 2]);
  expect(stderr).toMatch(`“${sign}” in the name of a folder`);
});

test('the Node that installs is one for which npm leaves nothing out', () => {
  const needed = packages['node_modules/@rolldown/binding-linux-x64-gnu']?.engines?.node;
  expect(manifest.engines.node).toBe(needed);
  const statusOf = (installer: string) => runAs('24.21.0', 'scripts/check-node.cjs', installer).status;
  expect(['20.18.9', '20.19.0', '21.0.0', '22.11.0', '22.12.0', '26.0.0'].map(statusOf)).toEqual([
    1, 0, 1, 1, 0, 0,
  ]);
});

test('the oldest Node that runs is the oldest that every package takes', () => {
  const minors = Object.values(packages).map(({ engines }) =>
    Number(/(?:\^|>= ?)24\.(\d+)/.exec(engines?.node ?? '')?.[1] ?? 0),
  );
  const oldest = Math.max(...minors);
  const versions = [`24.${oldest - 1}.0`, `24.${oldest}.0`, '26.0.0'];
  expect(versions.map((version) => runAs(version, 'scripts/check-node.cjs').status)).toEqual([1, 0, 0]);
});

test('Astro writes nothing into the home of whoever builds', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'));
  onTestFinished(() => {
    rmSync(home, { recursive: true });
  });
  // Help comes after Astro has asked whether it may send telemetry.
  const { status, stdout } = spawnSync(process.execPath, ['scripts/astro.mjs', 'build', '--help'], {
    cwd: root,
    encoding: 'utf8',
    env: { HOME: home, XDG_CONFIG_HOME: home, APPDATA: home },
  });
  expect(status).toBe(0);
  expect(stdout).toContain('astro build');
  expect(readdirSync(home)).toEqual([]);
});
