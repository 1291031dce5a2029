import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { cacheRoot } from './cache.ts';

const day = 24 * 60 * 60 * 1000;

/** So long an entry may lie unused: an author who is away for some weeks finds all as it was. */
const unusedFor = 30 * day;

/** So long a draft may be written at. A build that takes longer was killed. */
const draftedFor = day;

/** The names that `cached()` gives, and nothing else in there: a hash, and behind it, of a draft, a UUID. */
const entry = /^[0-9a-f]{32}$/;
const draft = /^[0-9a-f]{32}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Takes out of the caches what no build has used for 30 days, and drafts of builds that were killed. It belongs at the
 * end of a build, when all that this one needs has been marked as used. Other builds may use the caches meanwhile: the
 * worst is that one of them makes a file again.
 *
 * @param root folder of the caches; `<project>/.cache` if not given
 * @returns how many files were taken out. What cannot be deleted stays, without a word: a cache that cannot be written
 *   breaks no build, and `cached()` has told of it
 */
export function sweepCaches(root = cacheRoot): number {
  const now = Date.now();
  return listNames(root)
    .flatMap((cache) => listNames(path.join(root, cache)).map((name) => path.join(root, cache, name)))
    .filter((file) => {
      const allowed = allowedAge(path.basename(file));
      return allowed !== undefined && removeOlder(file, now - allowed);
    }).length;
}

/** How old a file of this name may be; undefined when it is none of ours. */
function allowedAge(name: string): number | undefined {
  return entry.test(name) ? unusedFor : draft.test(name) ? draftedFor : undefined;
}

/** Nothing in what is no folder, or not there. */
function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** False when it was used since, when another build was quicker, and when it cannot be deleted. */
function removeOlder(file: string, than: number): boolean {
  try {
    if (statSync(file).mtimeMs >= than) return false;
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}
