import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { printBook } from '../../src/exports/pdf/print-book.ts';

test('the book is printed on A4, with an outline, tags and links of its own', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-paper-'));
  const file = path.join(folder, 'book.pdf');
  const { dist, base } = inject('sites').placed;
  await printBook({ dist, base, origin: 'https://book.example', file });
  const bytes = await readFile(file);
  const pdf = bytes.toString('latin1');
  await rm(folder, { recursive: true });

  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [Number(width), Number(height)].map(Math.round),
  );
  expect(sizes.filter(([width, height]) => width !== 595 || height !== 842)).toEqual([]);
  expect(sizes.length).toBeGreaterThan(50);
  // Every part and section has a line in the outline.
  expect(pdf.match(/\/Title <?/g)?.length).toBeGreaterThan(100);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain('/Lang (zh-CN)');
  expect(pdf.match(/\/Dest /g)?.length).toBeGreaterThan(500);
  expect(pdf).not.toContain('127.0.0.1');
  expect(pdf).toContain('https://book.example/a/b/data/filings.csv');
  expect(pdf).toContain('/Author <feff');
  // What a search finds: 人, and not the radical that looks like it.
  const characters = charactersOf(bytes, pdf);
  expect(characters).toContain('4EBA');
  expect(characters.filter((code) => /^2(E[89A-F]|F[0-9A-D])/.test(code))).toEqual([]);
});

/** The code points that the glyphs of a PDF stand for. */
function charactersOf(bytes: Buffer, pdf: string): string[] {
  return [...pdf.matchAll(/\/FlateDecode[^>]*>> stream\n/g)]
    .map(({ 0: head, index }) => inflateSync(bytes.subarray(index + head.length)).toString('latin1'))
    .filter((content) => content.includes('begincmap'))
    .flatMap((content) => content.match(/(?<=> <)[0-9A-F]{4}(?=>\n)/g) ?? []);
}
