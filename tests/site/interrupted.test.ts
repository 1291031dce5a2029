import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { copyProject, runBuild } from '../build/build-site.ts';
import { digest, interrupt, withFaults } from '../robust/interrupt.ts';

const { plain } = inject('sites');
const finished = await digest(plain.dist);

/** A project that has been built before, with the caches of that, and with another site in `dist`. */
async function prepare(): Promise<{ root: string; dist: string; old: string | undefined }> {
  const root = await copyProject();
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(path.join(plain.root, '.cache'), path.join(root, '.cache'), { recursive: true });
  const dist = path.join(root, 'dist');
  await cp(plain.dist, dist, { recursive: true });
  await writeFile(path.join(dist, 'old.txt'), 'This site was built before.');
  return { root, dist, old: await digest(dist) };
}

test(
  'a build that is killed leaves the old site, the new one or none, and the next succeeds',
  { timeout: 600_000 },
  async () => {
    const { root, dist } = await prepare();
    const found = await interrupt(root, plain.dist, 7, 3);
    expect(found.filter((one) => one.dist === 'a mixture')).toEqual([]);
    // Else the moments that matter most were missed.
    expect(found.slice(0, 3).map((one) => [one.killed, one.dist])).toEqual([
      [true, 'old'],
      [true, 'none'],
      [true, 'new'],
    ]);
    expect((await runBuild(root)).exitCode).toBe(0);
    expect(await digest(dist)).toBe(finished);
    expect(await readdir(path.join(root, '.building')), 'nothing is left over').toEqual(['lock']);
  },
);

test('two builds at once, over damaged caches: both make the whole site, one after the other', async () => {
  const { root, dist } = await prepare();
  // One that the process itself reads, and one that its threads do.
  const damaged = await Promise.all(
    ['chapters', 'pages'].map(async (cache) => {
      const [name = ''] = await readdir(path.join(root, '.cache', cache));
      const file = path.join(root, '.cache', cache, name);
      await writeFile(file, (await readFile(file)).subarray(0, 100));
      return file;
    }),
  );
  // What Astro keeps for itself, cut off in the middle.
  for (const [from, file] of [
    ['.astro', 'content-modules.mjs'],
    ['.astro', 'content-assets.mjs'],
    ['.astro/collections', 'chapters.schema.json'],
    ['node_modules/.astro', 'data-store.json'],
  ] as const) {
    await cp(path.join(plain.root, '.astro'), path.join(root, '.astro'), { recursive: true });
    await cp(path.join(plain.root, '.astro'), path.join(root, 'node_modules/.astro'), { recursive: true });
    await writeFile(path.join(root, from, file), 'export default new M');
  }

  const both = await Promise.all([runBuild(root), runBuild(root)]);
  const said = both.map(({ output }) => output).join('\n');
  expect(
    both.map(({ exitCode }) => exitCode),
    said,
  ).toEqual([0, 0]);
  expect(said.match(/Another build of this project is going on/g)).toHaveLength(1);
  for (const file of damaged) expect(said).toContain(`${file} is damaged, and is made anew.`);
  expect(await digest(dist)).toBe(finished);
});

test.for([200_000, 2_000_000])(
  'a disk that is full after %i bytes is named, and the old site stays',
  async (bytes) => {
    const { root, dist, old } = await prepare();
    const { exitCode, output } = await runBuild(root, { ...withFaults, DISK: String(bytes) });
    expect(exitCode).not.toBe(0);
    expect(output).toContain('The build failed: the disk is full. Make room there, and build again (ENOSPC');
    expect(await digest(dist)).toBe(old);
    expect(await readdir(path.join(root, '.building'))).toEqual(['lock']);
  },
);

test('a build goes on without caches that cannot be written, and says so', async () => {
  const { root, dist } = await prepare();
  for (const cache of ['chapters', 'pages']) {
    // A file in its place stops everybody, the superuser too.
    const folder = path.join(root, '.cache', cache);
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
  }
  const { exitCode, output } = await runBuild(root);
  expect(exitCode, output).toBe(0);
  for (const cache of ['chapters', 'pages'])
    expect(output.split(`${cache} keeps nothing for the next build`)).toHaveLength(2);
  expect(await digest(dist)).toBe(finished);
});

test('a build that has no place to work in says where and why', async () => {
  const { root, dist, old } = await prepare();
  await writeFile(path.join(root, '.building'), '');
  const { exitCode, output } = await runBuild(root);
  expect(exitCode).not.toBe(0);
  expect(output).toContain(
    `The build works in ${path.join(root, '.building')}, and cannot: a file stands where a folder belongs.`,
  );
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(await digest(dist)).toBe(old);
  expect(existsSync(path.join(root, '.building/dist'))).toBe(false);
});
