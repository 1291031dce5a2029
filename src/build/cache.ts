import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { hashInstalledPackages, hashSources } from './source-hash.ts';

/** What is cached, and by which code. */
export interface Cache {
  /** Name of its folder in `.cache`. */
  name: string;
  /** The module that computes, as `import.meta.url`: its source and all that it imports go into the key. */
  module: string;
  /** Folder of all caches; the project's `.cache` unless a test has another. */
  root?: string;
}

/** What a result depends on besides code and packages: text, bytes, or whatever JSON can write. */
export type Input = string | Uint8Array | object | number | boolean | null | undefined;

/** The project's folder for what is slow to make. */
export const cacheRoot = path.resolve(import.meta.dirname, '../../.cache');

/** A used entry gets a new time at most once a day, so that a warm build writes next to nothing. */
const touchAfter = 24 * 60 * 60 * 1000;

/** Bytes before an entry's content: the SHA-256 of key and content. */
const digestLength = 32;

/** Folders that could not be written to: each is told of once. */
const unwritable = new Set<string>();

/**
 * Returns what `compute` makes of the inputs, or what an earlier build made of the same. The key is a hash of the inputs,
 * of the source of `module` and of all project files that it imports, of the installed packages and of Node's version.
 * Builds may run at the same time: an entry is complete or absent. One that is damaged, or stands in the place of
 * another, is computed anew. A cache that cannot be written is told of, and the build goes on without it. What `compute`
 * throws is thrown, and not cached.
 *
 * @param compute makes data that structured cloning can copy
 */
export async function cached<T>(
  cache: Cache,
  inputs: readonly Input[],
  compute: () => T | Promise<T>,
): Promise<T> {
  const key = keyOf(cache, inputs);
  const file = path.join(cache.root ?? cacheRoot, cache.name, key.subarray(0, 16).toString('hex'));
  const known = await read(file, key);
  if (known) return deserialize(known) as T;
  const made = await compute();
  await write(file, key, serialize(made));
  return made;
}

/** Returns the whole key; the name of the entry's file is its first half. */
function keyOf({ name, module }: Cache, inputs: readonly Input[]): Buffer {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([name, process.version, hashInstalledPackages(), hashSources(module)]));
  for (const input of inputs) {
    const bytes = typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input);
    // Kind and length part one input from the next, and a text from what JSON writes.
    hash.update(`${typeof input} ${bytes?.length ?? 0}:`).update(bytes ?? '');
  }
  return hash.digest();
}

async function read(file: string, key: Buffer): Promise<Buffer | undefined> {
  let stored: Buffer;
  let used: number;
  try {
    // Not in promises, each of whose steps takes as long as reading such a file: a warm build reads hundreds.
    stored = readFileSync(file);
    used = statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
  const content = stored.subarray(digestLength);
  if (digest(key, content).equals(stored.subarray(0, digestLength))) {
    if (Date.now() - used > touchAfter) await touch(file);
    return content;
  }
  console.warn(`${file} is damaged, and is made anew.`);
  return undefined;
}

/** A cache that cannot be written serves as well, and another build may have swept the file just now. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

async function write(file: string, key: Buffer, content: Buffer): Promise<void> {
  const folder = path.dirname(file);
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, Buffer.concat([digest(key, content), content]));
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

function digest(key: Buffer, content: Buffer): Buffer {
  return createHash('sha256').update(key).update(content).digest();
}
