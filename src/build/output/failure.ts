import { writeFileSync } from 'node:fs';
import path from 'node:path';

const causes: Record<string, string> = {
  ENOSPC: 'the disk is full. Make room there, and build again',
  EDQUOT: 'your share of the disk is used up. Make room there, and build again',
  EROFS: 'the file system is read-only. Build where files may be written',
  EACCES: 'it may not be written. Give the user who builds the right to',
  EPERM: 'it may not be written. Give the user who builds the right to',
  ENOTDIR: 'a file stands where a folder belongs. Move it away',
  EEXIST: 'a file stands where a folder belongs. Move it away',
  EBUSY: 'something holds it, a mount perhaps. Mount the folder above in its stead',
  EXDEV: 'it lies on another file system. Have both on one',
};

/**
 * Says why the system refused a file, and what helps: `the disk is full. Make room there, and build again (ENOSPC:
 * no space left on device, write).`
 */
export function explainFailure(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const cause = causes[code];
  return cause ? `${cause} (${message}).` : `${message}.`;
}

/** Does what the build cannot go on without, or ends it with a word on why that is impossible. */
export async function orStop<T>(what: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    console.error(`\n${what}: ${explainFailure(error)}\n`);
    // Thrown, Astro would add a stack trace of its own, which helps nobody to find room on a disk.
    process.exit(1);
  }
}

/** Finds out whether a folder takes another megabyte. */
export function tryToWrite(folder: string): unknown {
  try {
    writeFileSync(path.join(folder, 'room'), Buffer.alloc(1024 * 1024));
    return undefined;
  } catch (error) {
    return error;
  }
}
