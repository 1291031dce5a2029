import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../build/file-cache.ts';
import { fingerprint } from '../../build/fingerprint.ts';
import { referenceChecks } from '../checks/index.ts';
import type { PageToExamine, Surroundings } from './examine-pages.ts';
import type { Problem } from '../../build/problem.ts';
import { isForwarding } from '../redirects/forwarding-page.ts';
import { listFiles } from '../../build/list-files.ts';
import type { PageFacts } from './page-facts.ts';
import { addressesInCss, type Address } from './read-references.ts';
import { addressResolver, type Inventory, type Target } from './resolve.ts';
import { crew } from '../../build/threads/crew.ts';

const examiner = new URL('./examine-pages.ts', import.meta.url);

/** What is left to be known of a page when it has been judged. */
export type SitePage = Pick<PageFacts, 'file' | 'address' | 'shown' | 'records' | 'seams'>;

/** The built site, each page looked at once for all that asks of it. */
export interface Site {
  /** In the order of their files. */
  pages: SitePage[];
  /** What is wrong with it. */
  problems: Problem[];
}

export interface Placement {
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Where the site will stand; undefined when the deployer did not say. */
  origin: string | undefined;
}

/** What is put into a page before it is looked at, as HTML. */
export interface PageTags {
  /** At the end of its head. */
  head: string;
  /** At the end of its body. */
  body: string;
}

/** What the site gets besides what stands in its folder. */
export interface Additions {
  /** By the files of their pages. */
  tags: Map<string, PageTags>;
  /** Pages that have no file yet, by what that will be: their HTML. */
  pages: Map<string, string>;
}

/**
 * Looks at every page of the built site and follows every address. The pages are left with trimmed styles.
 *
 * @param dist folder of the built site, in which all files stand that pages lead to, but for pages that are added
 * @param placement where the site was built to stand
 * @param cache folder for what is found on pages; the project's own unless a test has another
 */
export async function readSite(
  dist: string,
  placement: Placement,
  { tags, pages: added }: Additions = { tags: new Map(), pages: new Map() },
  cache = cacheFolder('pages'),
): Promise<Site> {
  const files = [...new Set([...listFiles(dist), ...added.keys()])];
  const scripts = files.filter((name) => /\.m?js$/.test(name));
  const site: Surroundings = {
    dist,
    ...placement,
    scripts,
    cache,
    made: await made(dist, scripts, placement),
  };
  const found = await crew.runEach<PageFacts[]>(
    examiner,
    groupPages(dist, files).map((group) =>
      group.map((file): PageToExamine => ({ file, html: added.get(file), tags: tags.get(file) })),
    ),
    site,
  );
  const pages = found.flat().sort((a, b) => (a.file < b.file ? -1 : 1));

  const inventory: Inventory = {
    ...placement,
    pages: new Map(
      pages.map(({ file, address, ids }) => [address, { file, address, ids: new Set(ids) }] as const),
    ),
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
  return {
    // Without what has been judged now: it is most of what is known of a page.
    pages: pages.map(({ file, address, shown, records, seams }) => ({
      file,
      address,
      shown,
      records,
      seams,
    })),
    problems: problems.map((problem) => ({ ...problem, file: `dist/${problem.file}` })),
  };
}

/**
 * The pages among some files, in the groups that they are looked at in: each alone, but for those that forward. A large
 * book has more of these than of all others, and to begin with one takes longer than to look at it. Which group one is in
 * depends on its name, so that one more leaves most groups as they are. The largest pages come first: to look at one with all
 * chapters of a volume takes as long as at twenty others, and nothing is to wait for it at the end.
 */
function groupPages(dist: string, files: readonly string[]): string[][] {
  const pages = files.filter((name) => name.endsWith('.html'));
  const groups = pages
    .filter((name) => !isForwarding(name))
    .map((name) => ({ name, size: statSync(path.join(dist, name)).size }))
    .sort((a, b) => b.size - a.size)
    .map(({ name }) => [name]);
  const forwarding = pages.filter(isForwarding);
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, forwarding.length / 32)));
  const buckets = Map.groupBy(
    forwarding,
    (name) => createHash('sha256').update(name).digest().readUInt32LE(0) % count,
  );
  return [...groups, ...buckets.values()];
}

/** A hash of all that what is found on a page depends on besides the page. */
async function made(dist: string, scripts: readonly string[], placement: Placement): Promise<string> {
  const hash = createHash('sha256');
  for (const name of scripts) hash.update(`${name}\0`).update(await readFile(path.join(dist, name)));
  return fingerprint(
    ['publish', 'exports', 'build', 'client', 'markdown', 'book', 'site.ts'],
    [placement, hash.digest('hex')],
  );
}
