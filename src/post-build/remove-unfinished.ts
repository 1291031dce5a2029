import { rmSync } from 'node:fs';

/**
 * Takes the built site away when the process ends before it is finished, by an error of the build's or by a
 * check: a site that is half written must not look like one that can be published.
 *
 * @param dist folder of the built site
 * @returns a function to call when the site is finished
 */
export function removeUnfinished(dist: string): () => void {
  const remove = (): void => {
    rmSync(dist, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return () => {
    process.off('exit', remove);
  };
}
