import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readAnchorList } from '../../book/anchor-list.ts';
import { caching, hashedFolder, securityHeaders, types } from './answers.ts';

/**
 * Writes what some hosts read in the published folder itself: `_headers` and `_redirects` (Netlify, Cloudflare
 * Pages), and `.nojekyll`, without which GitHub Pages leaves out folders that begin with an underscore.
 *
 * @param dist folder of the built site
 * @param base path that the site stands under, with a slash at both ends
 * @param anchors the text of content/anchors.txt, which says what has moved
 */
export async function writeHostFiles(dist: string, base: string, anchors: string): Promise<void> {
  await writeFile(path.join(dist, '.nojekyll'), '');
  await writeFile(path.join(dist, '_headers'), headersFile(base));
  await writeFile(path.join(dist, '_redirects'), redirectsFile(base, anchors));
}

/**
 * `_headers`. Where several rules name one header, Cloudflare Pages joins the values, and Netlify need not take
 * the last: so none is named twice. For what is not hashed, both revalidate without being told.
 */
export function headersFile(base: string): string {
  const rules: [string, Record<string, string>][] = [
    [`${base}*`, securityHeaders],
    [`${base}${hashedFolder}*`, { 'Cache-Control': caching.hashed }],
    ...Object.entries(types).map(([extension, type]): [string, Record<string, string>] => [
      `${base}*.${extension}`,
      { 'Content-Type': type },
    ]),
  ];
  const blocks = rules.map(([address, headers]) =>
    [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

/**
 * `_redirects`: pages that have moved as a whole, the way from the page for what is missing to its status, and, for a book below a path, the way from the root to it.
 * A page of which some fragment has gone somewhere else is left out, since only the page itself knows where.
 */
export function redirectsFile(base: string, anchors: string): string {
  const moved = readAnchorList(anchors).filter(({ movedTo }) => movedTo !== undefined);
  const apart = new Set(
    moved
      .map(({ address }) => address.split('#'))
      .filter(([, id]) => id)
      .map(([page]) => page),
  );
  const pages = moved.filter(({ address }) => !address.includes('#') && !apart.has(address));
  const lines = pages.map(
    ({ address, movedTo = '' }) => `${base}${address.slice(1)} ${base}${movedTo.slice(1)} 301`,
  );
  // Cloudflare serves 404.html there too, and says that all is well.
  lines.unshift(`${base}404 ${base}no-such-page/ 302`);
  if (base !== '/') lines.unshift(`/ ${base} 302`);
  return ['# Pages that have moved; a missing slash is the host’s to add.', ...lines, ''].join('\n');
}
