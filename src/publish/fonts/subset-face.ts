import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cached, cacheFolder } from '../../build/file-cache.ts';
import { crew } from '../../build/threads/crew.ts';
import type { SubsetJob, SubsetSource } from './cut-subset.ts';
import type { FontFace, FontFamily } from './families.ts';
import { withReferences } from './hinting-references.ts';
import type { FontNames } from './rename-font.ts';
import { openSource } from './source-font.ts';

/** What cuts, in a thread. */
const cutter = new URL('./cut-subset.ts', import.meta.url);

/** Cuts subsets of one face. */
export type Subset = (codePoints: readonly number[]) => Promise<Buffer>;

interface SubsetOptions {
  hurried?: boolean;
  folder?: string | undefined;
}

/** What the bytes depend on, besides the font and the characters: the tools, and the files here that use them. */
const tools = ['subset-font/package.json', 'harfbuzzjs/dist/harfbuzz-subset.wasm'];
const code = [
  ...['subset-face.ts', 'cut-subset.ts', 'rename-font.ts', 'sfnt-tables.ts', 'hinting-references.ts'],
  ...['pack-woff2.ts', 'transform-glyphs.ts', 'read-glyph.ts', 'variable-length.ts'].map(
    (file) => `woff2/${file}`,
  ),
];

/**
 * Prepares to cut subsets of a face: the complete font is read once, and, when something is to be cut that is
 * not in the cache, cut down once to all that the site shows, since cutting from 15 MB is what takes time.
 *
 * @param all the characters that any subset will be asked for
 * @param options.hurried see packWoff2
 * @param options.folder cache; the project's own unless a test has another
 * @returns a function from characters, sorted, to the woff2 with their glyphs: the same bytes for the same
 *   characters
 */
export async function subsetter(
  family: FontFamily,
  face: FontFace,
  all: readonly number[],
  { hurried = false, folder = cacheFolder('fonts') }: SubsetOptions = {},
): Promise<Subset> {
  const font = await readFile(face.source);
  const source = openSource(face.source);
  const settings = JSON.stringify([fingerprintTools(), family.name, family.features, family.hinted, hurried]);
  const fingerprint = createHash('sha256').update(settings).update(font).digest('hex');
  const whole = (codePoints: readonly number[]): readonly number[] =>
    family.hinted ? withReferences(codePoints, source.has) : codePoints;
  const cut = (from: SubsetSource, codePoints: readonly number[], names?: FontNames): Promise<Uint8Array> => {
    const text = String.fromCodePoint(...whole(codePoints));
    const job: SubsetJob = { text, hinted: family.hinted, features: family.features };
    return crew.run(cutter, names ? { ...job, names, hurried } : job, from);
  };

  let small: Promise<SubsetSource> | undefined;
  return (codePoints) => {
    const key = createHash('sha256')
      .update(`${fingerprint} ${codePoints.join(' ')}`)
      .digest('hex');
    const make = async (): Promise<Buffer> => {
      small ??= cut({ sfnt: font }, all).then((sfnt) => ({ sfnt }));
      const names = { family: family.name, subfamily: subfamilyOf(face), copyright: source.copyright };
      return Buffer.from(await cut(await small, codePoints, names));
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
  const hash = createHash('sha256').update(process.versions.brotli ?? '');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
