import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Beside a site that is being built: a file with the path of the site that it will replace. */
const note = 'replaces';

/** Where the site before stands, by the folders of sites that are being built. */
const known = new Map<string, string | undefined>();

/** Leaves word, for all threads, of which site one will replace. */
export function noteSiteBefore(dist: string, before: string): void {
  writeFileSync(path.join(dist, '..', note), before);
}

/**
 * Puts a file into the site that is being built, which nothing changes any more: written to again, it might change in the
 * site before too. For where that has the same bytes under the same name, they get a second name, until it is deleted: of a
 * large book's files nearly all are such. A file keeps its time then, by which servers and rsync know what has changed, and
 * a disk need not make room for tens of thousands of files, and clear away as many.
 *
 * @param dist folder of the site that is being built
 * @param name path in it
 */
export function placeFile(dist: string, name: string, content: Uint8Array): void {
  const place = path.join(dist, name);
  mkdirSync(path.dirname(place), { recursive: true });
  // What stands there may be the site before's too, and is not written to.
  rmSync(place, { force: true });
  if (!linkBefore(dist, name, place, content)) writeFileSync(place, content);
}

function linkBefore(dist: string, name: string, place: string, content: Uint8Array): boolean {
  const before = siteBefore(dist);
  if (before === undefined) return false;
  const old = path.join(before, name);
  try {
    if (!readFileSync(old).equals(content)) return false;
    linkSync(old, place);
    return true;
  } catch {
    // It is not there, or stands on another disk, or disks of its kind know no second names.
    return false;
  }
}

function siteBefore(dist: string): string | undefined {
  if (!known.has(dist)) known.set(dist, readNote(dist));
  return known.get(dist);
}

function readNote(dist: string): string | undefined {
  try {
    return readFileSync(path.join(dist, '..', note), 'utf8');
  } catch {
    return undefined;
  }
}
