import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packSite } from '../../../scripts/release.ts';
import { writeSite } from '../publish/write-site.ts';

const files = { 'index.html': '书'.repeat(500), '_astro/a.woff2': 'font', 'maths/index.html': '式' };

test('the archive holds every file, and sums that agree', async () => {
  const archive = unzipSync(await packSite(await writeSite(files), 'book-1'));
  expect(Object.keys(archive)).toEqual([
    'book-1/dist/_astro/a.woff2',
    'book-1/dist/index.html',
    'book-1/dist/maths/index.html',
    'book-1/SHA256SUMS',
  ]);
  const sums = strFromU8(archive['book-1/SHA256SUMS'] ?? new Uint8Array()).trim();
  const found = sums.split('\n').map((line) => line.split('  '));
  expect(found).toHaveLength(3);
  for (const [sum, file] of found) {
    const content = archive[`book-1/${file}`] ?? new Uint8Array();
    expect(createHash('sha256').update(content).digest('hex')).toBe(sum);
    expect(strFromU8(content)).toBe(files[file?.slice('dist/'.length) as keyof typeof files]);
  }
});

test('the same site gives the same bytes, at another time, in another zone and in another order', async () => {
  const first = await packSite(await writeSite(files), 'book-1');
  const later = await writeSite(Object.fromEntries(Object.entries(files).reverse()));
  await utimes(path.join(later, 'index.html'), 1, 1);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  const second = await packSite(later, 'book-1');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  const other = await packSite(await writeSite({ ...files, 'maths/index.html': '变' }), 'book-1');
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
});

test('without a built site, what to do is said', async () => {
  await expect(packSite(await writeSite({}), 'book-1')).rejects.toThrow('Build it first: npm run build');
});
