import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorList } from '../src/book/anchor-list.ts';
import { anchorsFile } from '../src/proofreading/judges/judge-anchor-list.ts';
import { listAnchors } from '../src/proofreading/reading/list-pages.ts';
import { endThreads } from '../src/build/pool.ts';
import { proofread } from '../src/proofreading/proofread.ts';

/**
 * `npm run anchors`: adds the new addresses of the book to `content/anchors.txt`. It takes none away: one that
 * is gone is for the build to find, and for an author to decide.
 */
const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, anchorsFile);
const text = await readFile(file, 'utf8').catch(() => '');
const { pages } = (await proofread(root)).book;

const lines = text.split('\n').filter(Boolean);
const known = new Set(readAnchorList(text).map(({ address }) => address));
const added = [...listAnchors(pages)].filter((address) => !known.has(address));
const comments = lines.filter((line) => line.startsWith('# '));
// Sorted, so that two branches that add addresses seldom add them in the same place.
const addresses = [...lines.filter((line) => !line.startsWith('# ')), ...added].sort();
await writeFile(file, [...comments, ...addresses, ''].join('\n'));
console.log(`${anchorsFile}: ${added.length} added, ${addresses.length} in all.\n${added.join('\n')}`.trim());
await endThreads();
