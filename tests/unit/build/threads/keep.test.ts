import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { kept, keptTexts } from '../../../../src/publish/keep.ts';

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

test('texts are given back whole, whichever bytes they have, and made once of the same bytes', async () => {
  const folder = await cacheFolder();
  const texts = ['甲\n乙', '', '<p>\u{20000}</p>\r\n'];
  const make = vi.fn(() => ({ data: { said: '一\n二' }, texts }));
  const keep = async (page: string) => {
    const found = await keptTexts(folder, ['maths', Buffer.from(page)], make);
    return { data: found.data, texts: found.texts.map(String) };
  };
  for (const page of ['甲', '甲']) expect(await keep(page)).toEqual({ data: { said: '一\n二' }, texts });
  expect(make).toHaveBeenCalledTimes(1);
  await keep('乙');
  expect(make).toHaveBeenCalledTimes(2);
});
