import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { orStop, explainFailure, tryToWrite } from './failure.ts';
import { acquireLock } from './turn.ts';

export interface BuildingOptions {
  /** The project's folder. */
  root: string;
  /** Where the finished site belongs. */
  dist: string;
  /** Called when another build has to end first. */
  onWait: () => void;
}

/** A build that has its turn, and the folders that it works in: nothing else reads or writes them. */
export interface Building {
  /** The site while it is made. */
  site: string;
  /** What Astro keeps from one build for the next: here for none, so that none finds what another left half done. */
  cache: string;
  /** Puts the finished site in the place of the old one, and lets the next build go on. */
  publish(): Promise<void>;
}

/**
 * Begins a build in a folder of its own, `.building`. `dist` is not touched until the site is finished, and is then
 * replaced by renaming: whenever the process is killed, `dist` is the old site, the new one, or not there. What it
 * leaves in `.building` is swept by the next build; an old site that was just set aside is put back.
 *
 * One build goes on at a time, for Astro writes into `.astro` under fixed names; others wait for their turn.
 */
export async function startBuilding({ root, dist, onWait }: BuildingOptions): Promise<Building> {
  const folder = path.join(root, '.building');
  const site = path.join(folder, 'dist');
  const before = path.join(folder, 'before');
  const tidy = (): void => {
    if (existsSync(before) && !existsSync(dist)) renameSync(before, dist);
    // Not the lock: others may be waiting for it.
    for (const name of readdirSync(folder))
      // When a build fails, threads of its may still write for a moment what is being deleted.
      if (name !== 'lock')
        rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };

  const endTurn = await orStop(`The build works in ${folder}, and cannot`, async () => {
    mkdirSync(folder, { recursive: true });
    const end = await acquireLock(path.join(folder, 'lock'), onWait);
    tidy();
    return end;
  });
  const endUnfinished = (): void => {
    // Whatever failed has said so, in words that may hide the cause.
    const error = tryToWrite(folder);
    if (error) console.error(`\nThe build failed: ${explainFailure(error)}\n`);
    tidy();
  };
  process.once('exit', endUnfinished);

  return {
    site,
    cache: path.join(folder, 'astro'),
    publish: () =>
      orStop(`The site is built, and cannot take its place at ${dist}`, async () => {
        // Astro spares a repository in there, which some deploy from.
        const repository = path.join(dist, '.git');
        if (existsSync(repository)) cpSync(repository, path.join(site, '.git'), { recursive: true });
        if (existsSync(dist)) renameSync(dist, before);
        renameSync(site, dist);
        process.off('exit', endUnfinished);
        await removeQuickly(before);
        tidy();
        endTurn();
      }),
  };
}

/** Deletes a folder of many thousand files by several threads: a disk takes longer over that than a build over a chapter. */
async function removeQuickly(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  await Promise.all(names.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}
