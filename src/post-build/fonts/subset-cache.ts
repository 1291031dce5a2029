import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const defaultFolder = path.resolve(import.meta.dirname, '../../../.cache/fonts');

/** Bytes before a cached font that say whether it is whole: the SHA-256 of what follows. */
const digestLength = 32;

/**
 * Gives a font from the cache, or makes it and keeps it there. Builds may run at the same time: a file is
 * complete or absent; one that is damaged is made anew.
 *
 * @param key a hash of all that the font depends on
 */
export async function cached(
  key: string,
  make: () => Promise<Buffer>,
  folder = defaultFolder,
): Promise<Buffer> {
  const file = path.join(folder, `${key}.woff2`);
  const known = await read(file);
  if (known) return known;
  const font = await make();
  await write(file, font);
  return font;
}

async function read(file: string): Promise<Buffer | undefined> {
  let stored;
  try {
    stored = await readFile(file);
  } catch {
    return undefined;
  }
  const font = stored.subarray(digestLength);
  return digest(font).equals(stored.subarray(0, digestLength)) ? font : undefined;
}

async function write(file: string, font: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, Buffer.concat([digest(font), font]));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function digest(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
