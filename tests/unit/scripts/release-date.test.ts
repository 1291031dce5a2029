import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReleaseDate } from '../../../scripts/release-date.ts';
import { writeSite } from '../publish/write-site.ts';

const commitDate = Date.UTC(2026, 2, 29, 2, 30, 15) / 1000;
const now = commitDate + 500;

/** Settings of this machine and of a hook that runs the tests do not reach this git. */
const environment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CEILING_DIRECTORIES: os.tmpdir(),
};

test('the date is that of the commit', async () => {
  const date = await readReleaseDate(await writeProject(), environment, now);
  expect(date.seconds).toBe(commitDate);
  expect(date.reason).toMatch(/^the date of commit [0-9a-f]{10}$/);
});

test('SOURCE_DATE_EPOCH comes before the commit, unless it is empty', async () => {
  const root = await writeProject();
  expect(await readReleaseDate(root, { ...environment, SOURCE_DATE_EPOCH: '1700000000' }, now)).toEqual({
    seconds: 1_700_000_000,
    reason: 'SOURCE_DATE_EPOCH',
  });
  const empty = await readReleaseDate(root, { ...environment, SOURCE_DATE_EPOCH: '' }, now);
  expect(empty.seconds).toBe(commitDate);
});

test.each(['yesterday', '1.5', '-1', '1e9'])('SOURCE_DATE_EPOCH=%s is refused', async (value) => {
  const read = readReleaseDate(await writeProject(), { ...environment, SOURCE_DATE_EPOCH: value }, now);
  await expect(read).rejects.toThrow(`SOURCE_DATE_EPOCH must be whole seconds since 1970, not "${value}"`);
});

test.each([
  ['changed', 'package.json'],
  ['new', 'chapter.mdx'],
])('with a %s file that is not committed the date is now', async (_, file) => {
  const root = await writeProject();
  appendFileSync(path.join(root, file), ' ');
  const { seconds, reason } = await readReleaseDate(root, environment, now);
  expect(seconds).toBe(now);
  expect(reason).toContain(`not committed: ${file}.`);
});

test('a file that git ignores changes nothing', async () => {
  const root = await writeProject();
  mkdirSync(path.join(root, 'dist'));
  writeFileSync(path.join(root, 'dist/index.html'), '书');
  expect((await readReleaseDate(root, environment, now)).seconds).toBe(commitDate);
});

test('outside of a repository, in one that does not hold the project, and without git, the date is now', async () => {
  const outside = await writeSite({ 'package.json': '{}' });
  const within = path.join(await writeProject(), 'dist/project');
  mkdirSync(within, { recursive: true });
  writeFileSync(path.join(within, 'package.json'), '{}');
  for (const [root, path_, cause] of [
    [outside, environment.PATH, 'not a git repository'],
    [within, environment.PATH, 'did not match any file'],
    [outside, '', 'ENOENT'],
  ] as const) {
    const { seconds, reason } = await readReleaseDate(root, { ...environment, PATH: path_ }, now);
    expect(seconds, cause).toBe(now);
    expect(reason).toContain(cause);
    expect(reason).toContain('SOURCE_DATE_EPOCH');
  }
});

/** Writes a project of one commit, and returns its folder. */
async function writeProject(): Promise<string> {
  const root = await writeSite({ 'package.json': '{}', '.gitignore': 'dist/\n' });
  const env = {
    ...environment,
    GIT_COMMITTER_DATE: `${commitDate} +0800`,
    GIT_AUTHOR_DATE: '1600000000 +0000',
  };
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: root, env });
  git('init', '--quiet');
  git('add', '.');
  git(
    '-c',
    'user.name=Editor',
    '-c',
    'user.email=editor@book.example',
    'commit',
    '--quiet',
    '--message',
    'Begin',
  );
  return root;
}
