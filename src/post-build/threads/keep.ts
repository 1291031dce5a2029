import { createHash } from 'node:crypto';
import path from 'node:path';
import { cached } from '../../file-cache.ts';

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
  given: readonly string[],
  make: () => Result | Promise<Result>,
): Promise<Result> {
  const hash = createHash('sha256');
  // The length parts one from the next.
  for (const one of given) hash.update(`${one.length}:${one}`);
  const file = path.join(folder, `${hash.digest('hex').slice(0, 32)}.json`);
  const content = await cached(file, async () => Buffer.from(JSON.stringify([await make()])));
  const [result] = JSON.parse(content.toString('utf8')) as [Result | null];
  return (result ?? undefined) as Result;
}
