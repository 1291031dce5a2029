import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cached } from '../../../src/build/cache.ts';
import { sweepCaches } from '../../../src/build/sweep-caches.ts';

// The superuser may write anywhere.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  return { ...original, utimes: vi.fn(original.utimes) };
});

const day = 24 * 60 * 60 * 1000;
const hash = (digit: number): string => String(digit).repeat(32);
const make = (): string => 'picture';
const fail = (): string => {
  throw new Error('made anew');
};

async function makeCaches(): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'edition-caches-'));
  onTestFinished(() => rm(root, { recursive: true }));
  return root;
}

/** Sets back when a file was used or written. */
async function age(file: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * day);
  await utimes(file, then, then);
}

async function put(root: string, name: string, days: number): Promise<string> {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '');
  await age(file, days);
  return file;
}

/** How many days ago a file was marked as used. */
async function daysUnused(file: string): Promise<number> {
  return Math.round((Date.now() - (await stat(file)).mtimeMs) / day);
}

test('what was not used for 30 days is swept, and drafts after a day', async () => {
  const root = await makeCaches();
  await put(root, `pictures/${hash(1)}`, 31);
  await put(root, `pictures/${hash(2)}`, 29);
  await put(root, `diagrams/${hash(3)}`, 31);
  await put(root, `diagrams/${hash(4)}`, 0);
  await put(root, `diagrams/${hash(5)}.${randomUUID()}`, 2);
  await put(root, `pictures/${hash(6)}.${randomUUID()}`, 2);
  const written = await put(root, `diagrams/${hash(7)}.${randomUUID()}`, 0.5);
  expect(sweepCaches(root)).toBe(4);
  expect(await readdir(path.join(root, 'pictures'))).toEqual([`${hash(2)}`]);
  expect((await readdir(path.join(root, 'diagrams'))).sort()).toEqual([hash(4), path.basename(written)]);
});

/** Makes an entry of a cache, and returns its file. */
async function store(root: string, input: number): Promise<string> {
  const folder = path.join(root, 'fonts');
  const before = existsSync(folder) ? await readdir(folder) : [];
  await use(root, input, make);
  const [name = ''] = (await readdir(folder)).filter((file) => !before.includes(file));
  return path.join(folder, name);
}

function use(root: string, input: number, compute: () => string): Promise<string> {
  return cached({ name: 'fonts', module: import.meta.url, root }, [input], compute);
}

test('what is used gets a new time, and outlives what is not', async () => {
  const root = await makeCaches();
  const [used, unused] = [await store(root, 1), await store(root, 2)];
  for (const file of [used, unused]) await age(file, 40);
  expect(await use(root, 1, fail)).toBe('picture');
  expect(await daysUnused(used)).toBe(0);
  expect(sweepCaches(root)).toBe(1);
  expect([used, unused].map(existsSync)).toEqual([true, false]);
});

test('it gets one once a day: a warm build writes next to nothing', async () => {
  const root = await makeCaches();
  const file = await store(root, 1);
  await age(file, 0.9);
  const { mtimeMs } = await stat(file);
  await use(root, 1, fail);
  expect((await stat(file)).mtimeMs).toBe(mtimeMs);
});

test('what is damaged gets none', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const root = await makeCaches();
  const file = await store(root, 1);
  await writeFile(file, '');
  await age(file, 40);
  await expect(use(root, 1, fail)).rejects.toThrow('made anew');
  expect(await daysUnused(file)).toBe(40);
});

test('what has another name is not touched, nor what lies deeper', async () => {
  const root = await makeCaches();
  const names = ['README', 'fonts/notes.txt', `fonts/deep/${hash(1)}`, `${hash(2)}`, `fonts/${hash(3)}.a.b`];
  const files = await Promise.all(names.map((name) => put(root, name, 400)));
  expect(sweepCaches(root)).toBe(0);
  expect(files.every(existsSync)).toBe(true);
});

test('no cache, and what cannot be deleted, stop nothing', async () => {
  const root = await makeCaches();
  expect(sweepCaches(path.join(root, 'absent'))).toBe(0);
  // A folder by the name of a kept file stops everybody, the superuser too.
  await put(root, `fonts/${hash(1)}/a`, 40);
  await age(path.join(root, 'fonts', hash(1)), 40);
  await symlink(path.join(root, 'nowhere'), path.join(root, 'fonts', hash(2)));
  await put(root, `fonts/${hash(3)}`, 40);
  expect(sweepCaches(root)).toBe(1);
});

test('a cache that cannot be written is used, and its times stay', async () => {
  const root = await makeCaches();
  const file = await store(root, 1);
  await age(file, 40);
  vi.mocked(utimes).mockRejectedValueOnce(new Error('EROFS: read-only file system'));
  expect(await use(root, 1, fail)).toBe('picture');
  expect(await daysUnused(file)).toBe(40);
});

test('two builds that sweep and use the same entries at once lose none that is used', async () => {
  const root = await makeCaches();
  const inputs = Array.from({ length: 20 }, (_, input) => input);
  const files: string[] = [];
  for (const input of inputs) files.push(await store(root, input));
  for (const file of files) await age(file, 40);
  const used = inputs.slice(0, 10);
  const builds = [0, 1].map(async () => {
    const found = await Promise.all(used.map((input) => use(root, input, make)));
    return { found, swept: sweepCaches(root) };
  });
  const done = await Promise.all(builds);
  for (const { found } of done) expect(new Set(found)).toEqual(new Set(['picture']));
  expect(done.reduce((sum, { swept }) => sum + swept, 0)).toBe(10);
  expect(files.slice(0, 10).every(existsSync)).toBe(true);
});
