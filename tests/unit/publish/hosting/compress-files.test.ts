import { randomBytes } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFiles } from '../../../../src/publish/hosting/compress-files.ts';
import { writeSite } from '../write-site.ts';

const text = '校注本'.repeat(1000);

test('what is of use is compressed, and nothing else', async () => {
  const dist = await writeSite({
    'index.html': text,
    'maths/index.html': text,
    'data/a.csv': text,
    'small.txt': 'short',
    'a.woff2': text,
    'a.png': text,
  });
  await compressFiles(dist, { root: await writeSite({}) });
  const files = await readdir(dist, { recursive: true });
  const made = files.filter((file) => /\.(br|gz)$/.test(file)).sort();
  expect(made).toEqual(
    ['data/a.csv', 'index.html', 'maths/index.html']
      .flatMap((file) => [`${file}.br`, `${file}.gz`])
      .map((file) => path.normalize(file)),
  );
  expect(brotliDecompressSync(await readFile(path.join(dist, 'index.html.br'))).toString()).toBe(text);
  expect(gunzipSync(await readFile(path.join(dist, 'index.html.gz'))).toString()).toBe(text);
});

test('what still changes is left for later', async () => {
  const dist = await writeSite({ 'index.html': text, 'search/1.json': text });
  await compressFiles(dist, { only: (name) => !name.startsWith('search/'), root: await writeSite({}) });
  expect((await readdir(path.join(dist, 'search'))).sort()).toEqual(['1.json']);
  expect(await readdir(dist)).toContain('index.html.br');
});

test('what would grow is left as it is', async () => {
  const dist = await writeSite({ 'index.html': text });
  await writeFile(path.join(dist, 'random.txt'), randomBytes(2000));
  await compressFiles(dist, { root: await writeSite({}) });
  expect((await readdir(dist)).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'random.txt',
  ]);
});

test('a text is compressed once, and is found by its content alone', async () => {
  const root = await writeSite({});
  const folder = path.join(root, 'compressed');
  await compressFiles(await writeSite({ 'index.html': text }), { root });
  const kept = await readdir(folder);
  expect(kept).toHaveLength(1);
  const again = await writeSite({ 'moved/index.html': text, 'other.html': `${text}。` });
  await compressFiles(again, { root });
  expect(await readdir(folder)).toEqual(expect.arrayContaining(kept));
  expect(await readdir(folder)).toHaveLength(2);
  expect(brotliDecompressSync(await readFile(path.join(again, 'other.html.br'))).toString()).toBe(
    `${text}。`,
  );
});
