import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { kept } from '../../../../src/post-build/threads/keep.ts';

async function cacheFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-kept-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('what was made of the same is made once; of anything else, anew', async () => {
  const folder = await cacheFolder();
  const make = vi.fn((of: string) => ({ of }));
  const keep = (...given: string[]) => kept(folder, given, () => make(given.join('|')));
  expect(await keep('甲', '乙')).toEqual({ of: '甲|乙' });
  expect(await keep('甲', '乙')).toEqual({ of: '甲|乙' });
  expect(make).toHaveBeenCalledTimes(1);
  expect(await keep('甲乙', '')).toEqual({ of: '甲乙|' });
  expect(await keep('', '甲乙')).toEqual({ of: '|甲乙' });
  expect(make).toHaveBeenCalledTimes(3);
});

test('that there is nothing is kept too', async () => {
  const folder = await cacheFolder();
  const make = vi.fn(() => undefined);
  expect(await kept(folder, ['甲'], make)).toBeUndefined();
  expect(await kept(folder, ['甲'], make)).toBeUndefined();
  expect(make).toHaveBeenCalledTimes(1);
});

test('what is damaged is made anew', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => {
    warn.mockRestore();
  });
  const folder = await cacheFolder();
  await kept(folder, ['甲'], () => 1);
  const [file = ''] = await readdir(folder);
  await writeFile(path.join(folder, file), '[2]');
  expect(await kept(folder, ['甲'], () => 3)).toBe(3);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('is damaged'));
});
