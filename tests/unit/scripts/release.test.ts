import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { packSite } from '../../../scripts/release.ts';
import { writeSite } from '../publish/write-site.ts';

const files = { 'index.html': '书'.repeat(500), '_astro/a.woff2': 'font', 'maths/index.html': '式' };

/** 2026-03-29, 02:30:15 UTC: an hour that clocks in Berlin skip. */
const seconds = Date.UTC(2026, 2, 29, 2, 30, 15) / 1000;

test('the archive holds every file, and sums that agree', async () => {
  const archive = unzipSync(await packSite(await writeSite(files), 'book-1', seconds));
  expect(Object.keys(archive).filter((name) => !name.endsWith('/'))).toEqual([
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

test('everything in the archive has the date that is given, and every server may read it', async () => {
  const entries = readDirectory(await packSite(await writeSite(files), 'book-1', seconds));
  const stamp = { dos: '2026-3-29 2:30:14', unix: seconds };
  expect(entries).toEqual([
    { name: 'book-1/', mode: '40755', ...stamp },
    { name: 'book-1/dist/', mode: '40755', ...stamp },
    { name: 'book-1/dist/_astro/', mode: '40755', ...stamp },
    { name: 'book-1/dist/_astro/a.woff2', mode: '100644', ...stamp },
    { name: 'book-1/dist/index.html', mode: '100644', ...stamp },
    { name: 'book-1/dist/maths/', mode: '40755', ...stamp },
    { name: 'book-1/dist/maths/index.html', mode: '100644', ...stamp },
    { name: 'book-1/SHA256SUMS', mode: '100644', ...stamp },
  ]);
});

test('the same site gives the same bytes, at another time, in another zone and in another order', async () => {
  const first = await packSite(await writeSite(files), 'book-1', seconds);
  const later = await writeSite(Object.fromEntries(Object.entries(files).reverse()));
  await utimes(path.join(later, 'index.html'), 1, 1);
  const zone = process.env['TZ'];
  onTestFinished(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  for (const other of ['Pacific/Kiritimati', 'Europe/Berlin']) {
    process.env['TZ'] = other;
    expect(Buffer.from(await packSite(later, 'book-1', seconds)).equals(Buffer.from(first)), other).toBe(
      true,
    );
    expect(process.env['TZ']).toBe(other);
  }
  const changed = await packSite(await writeSite({ ...files, 'maths/index.html': '变' }), 'book-1', seconds);
  expect(Buffer.from(changed).equals(Buffer.from(first))).toBe(false);
});

test.each([0, 315_532_799, 2 ** 31, NaN])(
  'a date that an archive cannot hold is refused: %s',
  async (date) => {
    await expect(packSite(await writeSite(files), 'book-1', date)).rejects.toThrow('SOURCE_DATE_EPOCH');
  },
);

test('without a built site, what to do is said', async () => {
  await expect(packSite(await writeSite({}), 'book-1', seconds)).rejects.toThrow(
    'Build it first: npm run build',
  );
});

/** Returns what the archive's central directory says of each entry: its name, mode, and its time in both forms. */
function readDirectory(archive: Uint8Array): { name: string; mode: string; dos: string; unix: number }[] {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf('PK\x05\x06');
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at < end) {
    const [time, date] = [bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)];
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const extra = at + 46 + nameLength;
    entries.push({
      name: bytes.toString('utf8', at + 46, extra),
      mode: bytes.readUInt16LE(at + 40).toString(8),
      dos: `${(date >> 9) + 1980}-${(date >> 5) & 15}-${date & 31} ${time >> 11}:${(time >> 5) & 63}:${(time & 31) * 2}`,
      unix: extraLength > 0 && bytes.readUInt16LE(extra) === 0x5455 ? bytes.readInt32LE(extra + 5) : NaN,
    });
    at = extra + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
