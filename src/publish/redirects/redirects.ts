import type { Element } from 'hast';
import { h } from 'hastscript';
import { followMoves, readAnchorList } from '../../book/anchor-list.ts';
import { attributeOf } from '../../build/html.ts';
import { site } from '../../site.ts';
import type { Page } from '../pages/page.ts';
import { redirectPage } from './redirect-page.ts';

/** An address that has moved, below the base path. */
export interface Redirect {
  /** `old` of `/maths/#old`; undefined for a page. */
  fragment: string | undefined;
  /** `/practice/#new`. */
  target: string;
}

/**
 * Returns the addresses that have moved, by the files of their pages.
 *
 * @param list the text of content/anchors.txt
 */
export function readRedirects(list: string): Map<string, Redirect[]> {
  const listed = new Map(readAnchorList(list).map((line) => [line.address, line]));
  const moved = [...listed.keys()].flatMap((address) => {
    const target = followMoves(address, listed);
    const [page = '', fragment] = address.split('#');
    return target === address ? [] : [{ file: `${page.slice(1)}index.html`, fragment, target }];
  });
  return Map.groupBy(moved, ({ file }) => file);
}

/**
 * Makes the addresses that have moved on a page, or away from it, lead to where they are now. On the same page, the old id
 * stands beside the new one. On another, a line says where to, and a script goes there.
 */
export function addRedirects(page: Page, redirects: readonly Redirect[], base: string): void {
  const { finder, address } = page;
  const away = redirects.filter(({ fragment, target }) => {
    const [to = '', id = ''] = target.split('#');
    const named = finder.all('[id]').find((element) => attributeOf(element, 'id') === id);
    if (base + to.slice(1) !== address || !named) return true;
    placeForAlias(named).children.unshift(h('span', { id: fragment }));
    return false;
  });
  if (!away.length) return;
  const follow = `{const go=()=>{${goNamed}};addEventListener("hashchange",go);go()}`;
  const section = h('section', { dataLayer: 'editorial', ariaLabel: '移置他处' }, [
    ...away.map((redirect) => line(redirect, base)),
    h('script', follow),
  ]);
  finder.first('main')?.children.push(section);
}

/** Returns what is left where a page was. It takes the fragment along, which a refresh does not. */
export function pageLeft(redirects: readonly Redirect[], base: string): string {
  const whole = redirects.find(({ fragment }) => fragment === undefined);
  const target = base + (whole?.target ?? '/').slice(1);
  return redirectPage({
    name: `已移置他处 · ${site.title}`,
    head: [h('meta', { name: 'robots', content: 'noindex' })],
    target,
    body: [
      h('h1', '已移置他处'),
      h('p', h('a', { href: target }, '前往今址')),
      ...redirects.filter(({ fragment }) => fragment !== undefined).map((redirect) => line(redirect, base)),
    ],
    script: `${goNamed};if(!link)location.replace(document.links[0].href+location.hash)`,
  });
}

/** Goes to where the line leads that the address names. */
const goNamed =
  'const link=document.getElementById(location.hash.slice(1))?.querySelector(".moved");if(link)location.replace(link.href)';

function line({ fragment, target }: Redirect, base: string): Element {
  const link = h('a', { className: 'moved', href: base + target.slice(1) }, '别处');
  return h('p', { id: fragment }, ['原在此处的内容已移至', link, '。']);
}

/** Elements whose content has a form that an empty element would break. */
const strict = /^(table|thead|tbody|tr|dl|ol|ul|details)$/;

/**
 * Finds where an old id can stand, as an empty element, so that it leads to the same place as the new one: at
 * the beginning of what has the new id, or of the first part of it that may hold text.
 */
function placeForAlias(named: Element): Element {
  const first = named.children.find((child) => child.type === 'element');
  if (!first) return named;
  const opensWithCaption = named.tagName === 'figure' && first.tagName === 'figcaption';
  const holdsTerms = named.tagName === 'div' && first.tagName === 'dt';
  return strict.test(named.tagName) || opensWithCaption || holdsTerms ? placeForAlias(first) : named;
}
