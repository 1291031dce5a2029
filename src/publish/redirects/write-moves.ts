import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { followMoves, readAnchorList } from '../../book/anchor-list.ts';
import { site } from '../../site.ts';
import { insertAfter } from '../pages/edit-page.ts';
import { escapeHtml, forwardingPage } from './forwarding-page.ts';
import { readPage } from '../pages/read-page.ts';
import { placeForAlias } from './place-alias.ts';

/** An address that has moved, below the base path. */
interface Move {
  /** `old` of `/maths/#old`; undefined for a page. */
  fragment: string | undefined;
  /** `/practice/#new`. */
  target: string;
}

/**
 * Makes every address that has moved lead to where it is now (see content/anchors.txt). On the same page, the
 * old id stands beside the new one. On another, a line says where to, and a script goes there; and so does the
 * page that is left where a whole page was.
 *
 * @param dist folder of the built site
 * @param list the text of content/anchors.txt
 */
export async function writeMoves(dist: string, base: string, list: string): Promise<void> {
  const listed = new Map(readAnchorList(list).map((line) => [line.address, line]));
  const moves = [...listed.keys()].flatMap((address) => {
    const target = followMoves(address, listed);
    const [page = '', fragment] = address.split('#');
    return target === address ? [] : [{ page, fragment, target }];
  });
  for (const [page, moved] of Map.groupBy(moves, (move) => move.page)) {
    const file = path.join(dist, page, 'index.html');
    if (existsSync(file)) await writeFile(file, withMoved(await readFile(file, 'utf8'), page, moved, base));
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, pageLeft(moved, base));
    }
  }
}

/** A page that stays, with what has moved on it or away from it. */
function withMoved(html: string, address: string, moved: Move[], base: string): string {
  const page = readPage(`${address.slice(1)}index.html`, base, html);
  const away: Move[] = [];
  for (const move of moved) {
    const [to, id = ''] = move.target.split('#');
    const named = page.ids.get(id)?.[0];
    if (to === address && named)
      insertAfter(page, placeForAlias(named), `<span id="${move.fragment}"></span>`);
    else away.push(move);
  }
  if (!away.length) return page.html;
  const follow = `{const go=()=>{${goNamed}};addEventListener("hashchange",go);go()}`;
  const section =
    '<section data-layer="editorial" aria-label="移置他处">' +
    `${away.map((move) => line(move, base)).join('')}<script>${follow}</script></section>`;
  const end = page.html.lastIndexOf('</main>');
  return page.html.slice(0, end) + section + page.html.slice(end);
}

/** What is left where a page was. It takes the fragment along, which a refresh does not. */
function pageLeft(moved: Move[], base: string): string {
  const target = base + (moved.find(({ fragment }) => fragment === undefined)?.target ?? '/').slice(1);
  return forwardingPage({
    name: `已移置他处 · ${site.title}`,
    head: '<meta name="robots" content="noindex">',
    target,
    body:
      `<h1>已移置他处</h1><p><a href="${escapeHtml(target)}">前往今址</a></p>` +
      moved
        .filter(({ fragment }) => fragment !== undefined)
        .map((move) => line(move, base))
        .join(''),
    script: `${goNamed};if(!link)location.replace(document.links[0].href+location.hash)`,
  });
}

/** Goes to where the line leads that the address names. */
const goNamed =
  'const link=document.getElementById(location.hash.slice(1))?.querySelector(".moved");if(link)location.replace(link.href)';

function line({ fragment, target }: Move, base: string): string {
  return `<p id="${fragment}">原在此处的内容已移至<a class="moved" href="${escapeHtml(base + target.slice(1))}">别处</a>。</p>`;
}
