import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fontverter from 'fontverter';
import { create } from 'fontkit';
import { expect, onTestFinished, test } from 'vitest';
import { families } from '../../../../src/publish/fonts/families.ts';
import { splitFace } from '../../../../src/publish/fonts/split-face.ts';
import { subsetter } from '../../../../src/publish/fonts/subset-face.ts';

const codePoints = (text: string): number[] =>
  [...text].map((one) => one.codePointAt(0) ?? 0).sort((a, b) => a - b);
/** Without U+FFFF, which ends the cmap. */
const characters = (font: Buffer): string =>
  String.fromCodePoint(...create(font).characterSet.filter((codePoint) => codePoint !== 0xffff));

function family(name: string) {
  const found = families.find((candidate) => candidate.name === name);
  const face = found?.faces.find(
    ({ weight, style }) => style === 'normal' && (weight === 700) === (name === 'Edition Serif'),
  );
  if (!found || !face) throw new Error(`There is no ${name}`);
  return { family: found, face };
}

async function cacheFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-fonts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function cut(name: string, text: string, folder: string): Promise<Buffer> {
  const { family: of, face } = family(name);
  return (await subsetter(of, face, codePoints(text), { folder }))(codePoints(text));
}

test('a subset has the characters that it is for, under a name of its own, and its copyright', async () => {
  const font = await cut('Edition Serif', '校注 4.1〔〕', await cacheFolder());
  expect(characters(font)).toBe(' .14〔〕校注');
  const { name } = create(font);
  expect(name.records).toMatchObject({
    fontFamily: { en: 'Edition Serif' },
    postscriptName: { en: 'EditionSerif-Bold' },
    copyright: { en: expect.stringContaining('Adobe') as string },
  });
});

test('a renamed font adds up: the sum of all its words is the one that OpenType wants', async () => {
  const sfnt = await fontverter.convert(await cut('Edition Main', '+=', await cacheFolder()), 'sfnt');
  let sum = 0;
  for (let at = 0; at < sfnt.length; at += 4) sum = (sum + sfnt.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test('a subset of a formula face keeps the letters that its heights are taken from', async () => {
  const folder = await cacheFolder();
  expect(characters(await cut('Edition Main', '=', folder))).toMatch(/^=.*E.*x.*z$/);
  expect(characters(await cut('Edition Main', '=', folder))).not.toContain('Γ');
  expect(characters(await cut('Edition Main', '=Ω', folder))).toContain('Γ');
});

test('the same characters give the same bytes, with a cache, without, and with a damaged one', async () => {
  const [folder, other] = [await cacheFolder(), await cacheFolder()];
  const first = await cut('Edition Main', '+=', folder);
  expect((await cut('Edition Main', '+=', folder)).equals(first)).toBe(true);
  expect((await cut('Edition Main', '+=', other)).equals(first)).toBe(true);

  const [file = ''] = await readdir(folder);
  await writeFile(path.join(folder, file), 'not a font');
  expect((await cut('Edition Main', '+=', folder)).equals(first)).toBe(true);
  expect(await readdir(folder), 'no drafts are left').toEqual([file]);
});

/** A font of ten bytes a character. */
const fake = (of: readonly number[]): Promise<Buffer> => Promise.resolve(Buffer.alloc(10 * of.length));

async function split(pages: Record<string, string>, limit?: number) {
  const shown = new Map(Object.entries(pages).map(([page, text]) => [page, new Set(codePoints(text))]));
  const { core, pages: own } = await splitFace(shown, fake, limit);
  return {
    core: String.fromCodePoint(...core.codePoints),
    pages: Object.fromEntries(
      [...own].map(([page, part]) => [page, String.fromCodePoint(...part.codePoints)]),
    ),
  };
}

test('a face that fits is one file', async () => {
  expect(await split({ a: 'abc', b: 'bcd' }, 40)).toEqual({ core: 'abcd', pages: {} });
  expect(await split({ a: 'abc', b: 'bcd' })).toEqual({ core: 'abcd', pages: {} });
});

test('a face that does not is split into what pages share and what each has alone', async () => {
  expect(await split({ a: 'abc', b: 'bcd', c: 'bc' }, 39)).toEqual({ core: 'bc', pages: { a: 'a', b: 'd' } });
});

test('what pages share is cut to the limit, the most shared first', async () => {
  expect(await split({ a: 'abc', b: 'abc', c: 'ac' }, 20)).toEqual({ core: 'ac', pages: { a: 'b', b: 'b' } });
});
