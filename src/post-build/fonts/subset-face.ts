import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import { cached, cacheFolder } from '../../file-cache.ts';
import type { FontFace, FontFamily } from './families.ts';
import { withReferences } from './hinting-references.ts';
import { renameFont } from './rename-font.ts';
import { openSource } from './source-font.ts';

/** Cuts subsets of one face. */
export type Subset = (codePoints: readonly number[]) => Promise<Buffer>;

/** What the bytes depend on, besides the font and the characters: the tools, and the files here that use them. */
const tools = [
  'subset-font/package.json',
  'harfbuzzjs/dist/harfbuzz-subset.wasm',
  'fontverter/package.json',
  'wawoff2/package.json',
];
const code = ['subset-face.ts', 'rename-font.ts', 'hinting-references.ts'];

/**
 * Prepares to cut subsets of a face: the complete font is read once, and, when something is to be cut that is
 * not in the cache, cut down once to all that the site shows, since cutting from 15 MB is what takes time.
 *
 * @param all the characters that any subset will be asked for
 * @param folder cache; the project's own unless a test has another
 * @returns a function from characters, sorted, to the woff2 with their glyphs: the same bytes for the same
 *   characters
 */
export async function subsetter(
  family: FontFamily,
  face: FontFace,
  all: readonly number[],
  folder = cacheFolder('fonts'),
): Promise<Subset> {
  const font = await readFile(face.source);
  const source = openSource(face.source);
  const settings = JSON.stringify([fingerprintTools(), family.name, family.features, family.hinted]);
  const fingerprint = createHash('sha256').update(settings).update(font).digest('hex');
  const whole = (codePoints: readonly number[]): readonly number[] =>
    family.hinted ? withReferences(codePoints, source.has) : codePoints;
  const cut = (from: Buffer, codePoints: readonly number[]): Promise<Buffer> =>
    subsetFont(from, String.fromCodePoint(...whole(codePoints)), {
      targetFormat: 'sfnt',
      noLayoutClosure: true,
      noHinting: !family.hinted,
      keepFeatures: family.features,
    });

  let small: Promise<Buffer> | undefined;
  return (codePoints) => {
    const key = createHash('sha256')
      .update(`${fingerprint} ${codePoints.join(' ')}`)
      .digest('hex');
    const make = async (): Promise<Buffer> => {
      small ??= cut(font, all);
      const bare = await cut(await small, codePoints);
      const named = renameFont(bare, {
        family: family.name,
        subfamily: subfamilyOf(face),
        copyright: source.copyright,
      });
      return fontverter.convert(named, 'woff2', 'sfnt');
    };
    return cached(path.join(folder, `${key.slice(0, 32)}.woff2`), make);
  };
}

function subfamilyOf({ weight, style }: FontFace): string {
  const words = [weight >= 600 ? 'Bold' : '', style === 'italic' ? 'Italic' : ''].filter(Boolean);
  return words.join(' ') || 'Regular';
}

function fingerprintTools(): string {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('subset-font'));
  const files = [
    ...tools.map((file) => resolve(file)),
    ...code.map((file) => path.join(import.meta.dirname, file)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
