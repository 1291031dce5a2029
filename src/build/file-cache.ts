import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The project's folder for what is slow to make: diagrams, fonts, pictures. */
export function cacheFolder(name: string): string {
  return path.resolve(import.meta.dirname, '../../.cache', name);
}

/** A file that was used is marked by its time. Once a day is enough, and a warm build then writes next to nothing. */
const markedAgainAfter = 24 * 60 * 60 * 1000;

/** Bytes before a cached file that say whether it is whole: the SHA-256 of what follows. */
const digestLength = 32;

/** Folders that nothing could be written to: each is told of once. */
const unwritable = new Set<string>();

/**
 * Gives a file from the cache, or makes it and keeps it there. Builds may run at the same time: a file is
 * complete or absent. One that is damaged is made anew, and a build goes on without a cache that it cannot write;
 * it says so. A file that is used gets a new time, by which sweepCaches knows it from one that no build needs any more.
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
  let stored: Buffer;
  let marked: number;
  try {
    // Not in promises, each of whose steps takes as long as reading such a file: a warm build reads thousands.
    stored = readFileSync(file);
    marked = statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
  const content = stored.subarray(digestLength);
  if (digest(content).equals(stored.subarray(0, digestLength))) {
    if (Date.now() - marked > markedAgainAfter) await mark(file);
    return content;
  }
  console.warn(`${file} is damaged, and is made anew.`);
  return undefined;
}

/** A cache that cannot be written serves as well, and another build may have swept the file just now. */
async function mark(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

async function write(file: string, content: Buffer): Promise<void> {
  const folder = path.dirname(file);
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, Buffer.concat([digest(content), content]));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (unwritable.has(folder)) return;
    unwritable.add(folder);
    console.warn(
      `${folder} keeps nothing for the next build, which will be slower: ${(error as Error).message}.`,
    );
  }
}

function digest(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
