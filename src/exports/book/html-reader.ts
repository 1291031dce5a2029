import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a function that reads a page of the built site by its address; undefined when there is none.
 *
 * @param dist folder of the built site
 * @param base path that the site stands under, with a slash at both ends
 */
export function htmlReader(dist: string, base: string): (address: string) => string | undefined {
  return (address) => {
    try {
      return readFileSync(path.join(dist, address.slice(base.length), 'index.html'), 'utf8');
    } catch {
      return undefined;
    }
  };
}
