import { decode } from '../../build/decode.ts';

/** What an address leads to. */
export type Target =
  /** Another host. */
  | { kind: 'host'; host: string }
  /** This host, but outside of the path that the site stands under. */
  | { kind: 'outside'; path: string }
  | { kind: 'page'; page: KnownPage; fragment: string }
  | { kind: 'file'; file: string }
  /** A page, but not by its one address: `/maths`, `/maths/index.html`. */
  | { kind: 'detour'; page: KnownPage }
  | { kind: 'missing'; path: string }
  /** `data:`, content in the address itself. */
  | { kind: 'data' }
  /** `mailto:`, `tel:`: nothing to check. */
  | { kind: 'other' };

/** A page that addresses may lead to. */
interface KnownPage {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  /** Path that a browser asks for: `/a/b/maths/`. */
  address: string;
  ids: ReadonlySet<string>;
}

/** What a site has for addresses to lead to. */
export interface Inventory {
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Where the site will stand; undefined when the deployer did not say. */
  origin: string | undefined;
  /** By address. */
  pages: ReadonlyMap<string, KnownPage>;
  /** All files, as paths in `dist`. */
  files: ReadonlySet<string>;
}

/**
 * Finds what an address leads to.
 *
 * @param url as written
 * @param from path of the page or style sheet that names it, as a browser asks for it
 */
function resolve(url: string, from: string, site: Inventory): Target {
  // A host that cannot exist stands for one that is not known.
  const origin = site.origin ?? 'http://site.invalid';
  if (!URL.canParse(url, origin + from)) return { kind: 'missing', path: url };
  const target = new URL(url, origin + from);
  if (target.protocol === 'data:') return { kind: 'data' };
  if (!/^https?:$/.test(target.protocol)) return { kind: 'other' };
  if (target.origin !== origin) return { kind: 'host', host: target.host };

  const { pathname } = target;
  const page = site.pages.get(pathname);
  if (page) return { kind: 'page', page, fragment: decode(target.hash.slice(1)) };
  if (!pathname.startsWith(site.base)) return { kind: 'outside', path: pathname };
  const detour = site.pages.get(`${pathname.replace(/(\/index\.html|\/)?$/, '')}/`);
  if (detour) return { kind: 'detour', page: detour };
  const file = decode(pathname.slice(site.base.length));
  return site.files.has(file) ? { kind: 'file', file } : { kind: 'missing', path: pathname };
}

/**
 * Makes a function that does the same for many addresses: from page to page most are written alike, and what a root-relative
 * one leads to does not depend on where it stands.
 */
export function addressResolver(site: Inventory): (url: string, from: string) => Target {
  const known = new Map<string, Target>();
  return (url, from) => {
    if (!/^\/(?!\/)/.test(url)) return resolve(url, from, site);
    const target = known.get(url) ?? resolve(url, from, site);
    known.set(url, target);
    return target;
  };
}
