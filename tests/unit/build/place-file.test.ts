import { readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noteSiteBefore, placeFile } from '../../../src/build/place-file.ts';
import { writeSite } from '../publish/write-site.ts';

/** Folders of a site that is being built, and of the one that it will replace. */
async function sites(before: Record<string, string>): Promise<{ dist: string; before: string }> {
  const root = await writeSite(Object.fromEntries(Object.entries(before).map(([k, v]) => [`dist/${k}`, v])));
  const dist = path.join(root, '.building/dist');
  await mkdir(dist, { recursive: true });
  noteSiteBefore(dist, path.join(root, 'dist'));
  return { dist, before: path.join(root, 'dist') };
}

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');
const inode = (folder: string, name: string): number => statSync(path.join(folder, name)).ino;

test('what has not changed is the file of the site before, and keeps its time', async () => {
  const { dist, before } = await sites({ 'a/card.png': '图' });
  placeFile(dist, 'a/card.png', Buffer.from('图'));
  expect(read(dist, 'a/card.png')).toBe('图');
  expect(inode(dist, 'a/card.png')).toBe(inode(before, 'a/card.png'));
});

test('what has changed, or is new, is a file of its own, and the site before is left as it was', async () => {
  const { dist, before } = await sites({ 'a.md': '旧', 'b.md': '旧' });
  placeFile(dist, 'a.md', Buffer.from('新'));
  placeFile(dist, 'c/d.md', Buffer.from('新'));
  // Twice: at first as it was before, and then in another way.
  placeFile(dist, 'b.md', Buffer.from('旧'));
  placeFile(dist, 'b.md', Buffer.from('新'));
  expect(['a.md', 'b.md', 'c/d.md'].map((name) => read(dist, name))).toEqual(['新', '新', '新']);
  expect(['a.md', 'b.md'].map((name) => read(before, name))).toEqual(['旧', '旧']);
});

test('where no site stood before, files are written', async () => {
  const dist = await writeSite({});
  placeFile(dist, 'a/b.md', Buffer.from('新'));
  expect(read(dist, 'a/b.md')).toBe('新');
});
