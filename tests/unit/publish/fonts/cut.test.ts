import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fontverter from 'fontverter';
import { create } from 'fontkit';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { endThreads } from '../../../../src/build/pool.ts';
import { families, type FontFace } from '../../../../src/publish/fonts/families.ts';
import { openFont } from '../../../../src/publish/fonts/open-font.ts';
import { splitFace } from '../../../../src/publish/fonts/split-face.ts';
import { createSubsetter } from '../../../../src/publish/fonts/subset-face.ts';

afterAll(endThreads);

/** Without U+FFFF, which ends the cmap. */
const charactersOf = (font: Uint8Array): string =>
  String.fromCodePoint(...create(font).characterSet.filter((codePoint) => codePoint !== 0xffff));

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(os.tmpdir(), 'edition-fonts-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

/** The upright face of a family: of those with several, the regular one. */
function faceOf(name: string): FontFace {
  const face = families.find((family) => family.name === name)?.faces.find(({ style }) => style === 'normal');
  if (!face) throw new Error(`There is no ${name}`);
  return face;
}

async function cut(name: string, text: string, cache: string, face = faceOf(name)): Promise<Uint8Array> {
  const family = families.find((candidate) => candidate.name === name);
  if (!family) throw new Error(`There is no ${name}`);
  return createSubsetter(family, face, openFont(face.source), [...text], cache)([...text]);
}

test('a subset has the characters that it is for, under a name of its own, and its copyright', async () => {
  const font = await cut('Edition Serif', '校注 4.1〔〕', await folder());
  expect(charactersOf(font)).toBe(' .14〔〕校注');
  const { name } = create(font);
  expect(name.records).toMatchObject({
    fontFamily: { en: 'Edition Serif' },
    postscriptName: { en: 'EditionSerif-Bold' },
    copyright: { en: expect.stringContaining('Adobe') as string },
  });
});

test('a renamed font adds up, and has no table that names what is not there', async () => {
  const sfnt = await fontverter.convert(
    Buffer.from(await cut('Edition Serif', '校注', await folder())),
    'sfnt',
  );
  // OpenType wants this sum of all words of a font.
  let sum = 0;
  for (let at = 0; at < sfnt.length; at += 4) sum = (sum + sfnt.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
  const tables = Array.from({ length: sfnt.readUInt16BE(4) }, (_, index) =>
    sfnt.toString('latin1', 12 + 16 * index, 16 + 16 * index),
  );
  expect(tables).toContain('glyf');
  expect(tables).not.toContain('STAT');
});

test('a subset of a formula face keeps the letters that its heights are taken from', async () => {
  const cache = await folder();
  expect(charactersOf(await cut('Edition Main', '=', cache))).toMatch(/^=.*E.*x.*z$/);
  expect(charactersOf(await cut('Edition Main', '=', cache))).not.toContain('Γ');
  expect(charactersOf(await cut('Edition Main', '=Ω', cache))).toContain('Γ');
});

test('the same characters give the same bytes, from the cache and without', async () => {
  const [cache, other] = [await folder(), await folder()];
  const first = await cut('Edition Main', '+=', cache);
  expect(Buffer.from(await cut('Edition Main', '+=', cache)).equals(first)).toBe(true);
  expect(Buffer.from(await cut('Edition Main', '+=', other)).equals(first)).toBe(true);
});

test('a font with other outlines is cut anew, though it has the same name, version and size', async () => {
  const cache = await folder();
  const face = faceOf('Edition Main');
  const first = await cut('Edition Main', '+=', cache, face);
  const font = await readFile(face.source);
  const record = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index).find(
    (at) => font.toString('latin1', at, at + 4) === 'hmtx',
  );
  // The first advance widths: all glyphs have other ones.
  const widths = font.readUInt32BE((record ?? 0) + 8);
  for (let glyph = 0; glyph < 100; glyph += 1)
    font.writeUInt16BE(font.readUInt16BE(widths + 4 * glyph) + 1, widths + 4 * glyph);
  const source = path.join(cache, 'changed.ttf');
  await writeFile(source, font);
  const changed = await cut('Edition Main', '+=', cache, { ...face, source });
  expect(Buffer.from(changed).equals(first)).toBe(false);
});

/** A font that says which characters it was cut to. */
const fake = (characters: readonly string[]): Promise<Uint8Array> =>
  Promise.resolve(Buffer.from(characters.join('')));

async function split(pages: Record<string, string>, limit?: number) {
  const shown = new Map(Object.entries(pages).map(([page, text]) => [page, new Set(text)]));
  const { core, pages: own } = await splitFace(shown, fake, limit);
  for (const { font, characters } of [core, ...own.values()])
    expect(Buffer.from(font).toString()).toBe(characters.join(''));
  return {
    core: core.characters.join(''),
    pages: Object.fromEntries([...own].map(([page, { characters }]) => [page, characters.join('')])),
  };
}

test('a face of few characters is one file', async () => {
  expect(await split({ a: 'abc', b: 'bcd' }, 4)).toEqual({ core: 'abcd', pages: {} });
  expect(await split({ a: 'abc', b: 'bcd' })).toEqual({ core: 'abcd', pages: {} });
});

test('a face of more is split into what pages share and what each has alone', async () => {
  expect(await split({ a: 'abc', b: 'bcd', c: 'bc' }, 3)).toEqual({ core: 'bc', pages: { a: 'a', b: 'd' } });
});

test('what pages share is cut to the limit, the most shared first', async () => {
  expect(await split({ a: 'abc', b: 'abc', c: 'ac' }, 2)).toEqual({ core: 'ac', pages: { a: 'b', b: 'b' } });
});
