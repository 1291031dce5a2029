import { createHash } from 'node:crypto';
import path from 'node:path';
import { cached } from '../build/file-cache.ts';

/** What a result depends on: texts, or files as they were read. A page that has not changed need not become a text. */
type Given = readonly (string | Uint8Array)[];

/** What was made of something: data for those who ask, and texts that they pass on. */
interface MadeTexts<Data> {
  /** What JSON can write. */
  data: Data;
  texts: readonly string[];
}

/** The same as it is kept. */
interface KeptTexts<Data> {
  data: Data;
  /** In UTF-8. */
  texts: Buffer[];
}

/**
 * Gives what a build before this one made of the same, or makes it: what is done with a page takes most of the time of a
 * build, and from one build to the next few pages change.
 *
 * @param folder of the cache
 * @param given all that the result depends on
 * @param make what JSON can write; undefined is kept too
 */
export async function kept<Result>(
  folder: string,
  given: Given,
  make: () => Result | Promise<Result>,
): Promise<Result> {
  const content = await cached(fileOf(folder, given, 'json'), async () =>
    Buffer.from(JSON.stringify([await make()])),
  );
  const [result] = JSON.parse(content.toString('utf8')) as [Result | null];
  return (result ?? undefined) as Result;
}

/**
 * Does the same for what has texts in it as large as pages: they are kept as they are, behind a line of JSON, and are neither
 * parsed nor made into strings when they only have to go into their files.
 */
export async function keptTexts<Data>(
  folder: string,
  given: Given,
  make: () => MadeTexts<Data>,
): Promise<KeptTexts<Data>> {
  const content = await cached(fileOf(folder, given, 'texts'), () => {
    const { data, texts } = make();
    const bytes = texts.map((text) => Buffer.from(text));
    const head = JSON.stringify([data, bytes.map(({ length }) => length)]);
    return Promise.resolve(Buffer.concat([Buffer.from(`${head}\n`), ...bytes]));
  });
  // JSON has no line break of its own.
  let at = content.indexOf('\n');
  const [data, lengths] = JSON.parse(content.toString('utf8', 0, at)) as [Data, number[]];
  at += 1;
  return { data, texts: lengths.map((length) => content.subarray(at, (at += length))) };
}

function fileOf(folder: string, given: Given, extension: string): string {
  const hash = createHash('sha256');
  // The length parts one from the next.
  for (const one of given) hash.update(`${one.length}:`).update(one);
  return path.join(folder, `${hash.digest('hex').slice(0, 32)}.${extension}`);
}
