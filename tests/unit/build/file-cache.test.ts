import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi, type MockInstance } from 'vitest';
import { cached } from '../../../src/build/file-cache.ts';

let warn: MockInstance<typeof console.warn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-cache-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Makes a picture, and counts how often it has to. */
function painter() {
  let made = 0;
  const make = () => Promise.resolve(Buffer.from(`picture ${++made}`));
  return async (file: string) => (await cached(file, make)).toString();
}

test('a file is made once, and no draft is left', async () => {
  const [folder, paint] = [await makeFolder(), painter()];
  const file = path.join(folder, 'deep', 'a');
  expect(await paint(file)).toBe('picture 1');
  expect(await paint(file)).toBe('picture 1');
  expect(await readdir(path.dirname(file))).toEqual(['a']);
  expect(warn).not.toHaveBeenCalled();
});

const damages: [string, (content: Buffer) => Buffer][] = [
  ['emptied', () => Buffer.alloc(0)],
  ['cut off within the digest', (content) => content.subarray(0, 10)],
  ['cut off at the end', (content) => content.subarray(0, -1)],
  ['changed by a bit', (content) => Buffer.from(content.map((byte, i) => (i === 34 ? byte ^ 1 : byte)))],
  ['of another kind', () => Buffer.from('{"svg":"<svg></svg>"}')],
];
test.for(damages)('a file that was %s is noticed, told of and made anew', async ([, damage]) => {
  const [folder, paint] = [await makeFolder(), painter()];
  const file = path.join(folder, 'a');
  await paint(file);
  await writeFile(file, damage(await readFile(file)));
  expect(await paint(file)).toBe('picture 2');
  expect(warn).toHaveBeenCalledExactlyOnceWith(`${file} is damaged, and is made anew.`);
  expect(await paint(file), 'and is whole now').toBe('picture 2');
});

test('a folder that cannot be written is told of once, and nothing fails', async () => {
  const [folder, paint] = [await makeFolder(), painter()];
  // A file in its place stops everybody, the superuser too.
  await writeFile(path.join(folder, 'pictures'), '');
  expect(await paint(path.join(folder, 'pictures', 'a'))).toBe('picture 1');
  expect(await paint(path.join(folder, 'pictures', 'b'))).toBe('picture 2');
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]?.[0]).toMatch(/pictures keeps nothing for the next build.*(ENOTDIR|EEXIST)/);
});

test('two that make the same file at once both get it', async () => {
  const folder = await makeFolder();
  const file = path.join(folder, 'a');
  const make = () => Promise.resolve(Buffer.from('picture'));
  const both = await Promise.all([cached(file, make), cached(file, make)]);
  expect(both.map(String)).toEqual(['picture', 'picture']);
  expect(await readdir(folder)).toEqual(['a']);
});
