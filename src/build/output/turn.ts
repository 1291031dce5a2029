import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** What SQLite calls a file that another process has locked. */
const BUSY = 5;

/**
 * Waits until no other build of the project runs. The lock is one of the operating system's, taken by way of SQLite,
 * since Node itself has none: it ends with its process, however that ends, and so is never left behind.
 *
 * @param file the lock; made when there is none, and never to be deleted
 * @param onWait called once when another build has it
 * @returns a function that lets the next build go on
 * @throws Error when the file cannot be opened
 */
export async function acquireLock(file: string, onWait: () => void): Promise<() => void> {
  const lock = new DatabaseSync(file);
  for (let told = false; !tryToLock(lock); told = true) {
    if (!told) onWait();
    await setTimeout(200);
  }
  return () => {
    lock.close();
  };
}

function tryToLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    return false;
  }
}
