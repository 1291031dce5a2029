import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archive, deflateFile, type DeflatedFile } from '../../../../src/exports/epub/archive.ts';

const text = '校注本'.repeat(500);

test('what goes into an archive comes out of it, under its name', () => {
  const packed = archive(
    new Map<string, DeflatedFile | string>([
      ['mimetype', 'application/epub+zip'],
      ['EPUB/甲.xhtml', deflateFile(text)],
    ]),
  );
  const files = unzipSync(packed);
  expect(Object.entries(files).map(([name, content]) => [name, strFromU8(content)])).toEqual([
    ['mimetype', 'application/epub+zip'],
    ['EPUB/甲.xhtml', text],
  ]);
  expect(packed.length).toBeLessThan(400);
});

test('what is plain stands so that the type of the file can be read from its first bytes, and its checksum is right', () => {
  const packed = archive(new Map([['mimetype', 'application/epub+zip']]));
  expect(packed.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
  expect(packed.readUInt32LE(14)).toBe(crc32('application/epub+zip'));
  // Of the entry at the end, too.
  expect(packed.readUInt32LE(packed.lastIndexOf('PK\x01\x02') + 16)).toBe(crc32('application/epub+zip'));
});

test('more files than an archive can hold are refused', () => {
  const files = new Map(Array.from({ length: 65_536 }, (_, index) => [String(index), ''] as const));
  expect(() => archive(files)).toThrow(RangeError);
});
