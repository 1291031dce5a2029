import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The project's folder for what is slow to make: fonts, pictures. */
export function cacheFolder(name: string): string {
  return path.resolve(import.meta.dirname, '../../.cache', name);
}

/** Bytes before a cached file that say whether it is whole: the SHA-256 of what follows. */
const digestLength = 32;

/**
 * Gives a file from the cache, or makes it and keeps it there. Builds may run at the same time: a file is
 * complete or absent; one that is damaged is made anew.
 *
 * @param file path in a cache folder; its name a hash of all that the file depends on
 */
export async function cached(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = await read(file);
  if (known) return known;
  const made = await make();
  await write(file, made);
  return made;
}

async function read(file: string): Promise<Buffer | undefined> {
  let stored;
  try {
    stored = await readFile(file);
  } catch {
    return undefined;
  }
  const content = stored.subarray(digestLength);
  return digest(content).equals(stored.subarray(0, digestLength)) ? content : undefined;
}

async function write(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, Buffer.concat([digest(content), content]));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function digest(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
