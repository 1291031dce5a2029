import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsePage } from '../../build/html.ts';
import type { Problem } from '../../build/problem.ts';
import type { Placement } from '../../site.ts';
import { referenceChecks } from '../checks/index.ts';
import { findMissingGlyphs } from '../fonts/find-missing-glyphs.ts';
import { addressOfFile } from './page.ts';
import type { ProcessedPage } from './process-page.ts';
import { addressesInCss, type Address } from './references.ts';
import { addressResolver, type Inventory, type Target } from './resolve.ts';

/**
 * Follows every address of the site, and returns what is wrong with it, and with its pages by themselves.
 *
 * @param dist folder of the built site
 * @param files all that stands there
 * @param pages those that readers stay on
 */
export async function checkSite(
  dist: string,
  files: readonly string[],
  pages: readonly Pick<ProcessedPage, 'file' | 'address' | 'ids' | 'addresses' | 'problems' | 'shown'>[],
  placement: Placement,
): Promise<Problem[]> {
  const forwarding = files.filter((file) => file.endsWith('.html'));
  const inventory: Inventory = {
    ...placement,
    pages: new Map([
      ...forwarding.map((file) => entry({ file, address: addressOfFile(file, placement.base), ids: [] })),
      ...pages.map(entry),
    ]),
    files: new Set(files),
  };
  const resolve = addressResolver(inventory);
  const judge = (file: string, address: Address, target: Target): Problem[] =>
    referenceChecks.flatMap((check) => check({ ...address, file, target }, inventory) ?? []);
  const problems = pages.flatMap((page) => page.problems);
  for (const { file, address: from, addresses } of pages)
    for (const address of addresses) problems.push(...judge(file, address, resolve(address.url, from)));
  for (const file of files.filter((name) => name.endsWith('.css')))
    for (const url of addressesInCss(await readFile(path.join(dist, file), 'utf8')))
      problems.push(...judge(file, { url, loads: true }, resolve(url, placement.base + file)));
  const readTree = (file: string) => parsePage(readFileSync(path.join(dist, file), 'utf8'));
  problems.push(...findMissingGlyphs(pages, readTree));
  return problems.map((problem) => ({ ...problem, file: `dist/${problem.file}` }));
}

function entry({ file, address, ids }: Pick<ProcessedPage, 'file' | 'address' | 'ids'>) {
  return [address, { file, address, ids: new Set(ids) }] as const;
}
