import type { Element } from 'hast';
import { attributeOf, attributesOf, textOf } from '../../build/html.ts';
import { showTag, type Page } from './page.ts';
import type { Target } from './resolve.ts';

/** An address that a page or style sheet names. */
export interface Address {
  /** As written. */
  url: string;
  /** The browser asks for it by itself: an image, a style sheet, a font. False for a link to follow. */
  loads: boolean;
  /** Name of the element that names it; undefined in a style sheet of its own. */
  element?: string;
  /** That element as it is shown to tell where it is. */
  tag?: string;
}

/** An address, and what it leads to. */
export interface Reference extends Address {
  /** Path in `dist` of the page or style sheet that names it. */
  file: string;
  target: Target;
}

/** Relations of `<link>` that a browser does not load. */
const unloaded = new Set(['alternate', 'author', 'canonical', 'help', 'license', 'next', 'prev', 'search']);

/** `<meta>` whose content is the address of a page or picture. */
const addressMeta = /^(og:(url|image|audio|video)(:url|:secure_url)?|twitter:image)$/;

/** Attributes that hold an address, by element; in SVG `href` of anything but `a` loads. */
const attributes: Record<string, string[]> = {
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  img: ['src'],
  input: ['src'],
  object: ['data'],
  script: ['src'],
  source: ['src'],
  track: ['src'],
  video: ['src', 'poster'],
};

/** Lists what a page links to and loads, each once. */
export function listAddresses({ finder }: Page): Address[] {
  const named = finder.all('*').flatMap(addressesOf);
  return [...new Map(named.map((address) => [`${address.url} ${address.tag ?? ''}`, address])).values()];
}

/** Lists the addresses that an element names. */
function addressesOf(element: Element): Address[] {
  const { tagName: name } = element;
  const given = new Map(attributesOf(element));
  const found: Address[] = [];
  const add = (url: string | undefined, loads: boolean): void => {
    if (url !== undefined) found.push({ url: url.trim(), loads, element: name, tag: showTag(element) });
  };

  const href = given.get('href') ?? given.get('xlink:href');
  if (name === 'link') add(href, loadsLink(given.get('rel') ?? ''));
  else if (name !== 'base') add(href, name !== 'a' && name !== 'area');
  if (name === 'meta' && addressMeta.test(given.get('property') ?? given.get('name') ?? ''))
    add(attributeOf(element, 'content'), false);
  for (const attribute of attributes[name] ?? []) add(given.get(attribute), true);
  for (const attribute of ['srcset', 'imagesrcset'])
    for (const candidate of (given.get(attribute) ?? '').split(',').filter((part) => part.trim()))
      add(candidate.trim().split(/\s+/)[0], true);

  // marker-end="url(#arrow)", fill="url(#stripes)"
  for (const [attribute, value] of given)
    if (attribute !== 'style' && /^url\(/.test(value))
      for (const url of addressesInCss(value)) add(url, true);
  if (name === 'style') for (const url of addressesInCss(textOf(element))) add(url, true);
  return found;
}

/** Lists the addresses in a style sheet: `url(…)` and `@import "…"`. */
export function addressesInCss(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g;
  return [...bare.matchAll(pattern)].map((match) => match.slice(1).find((url) => url !== undefined) ?? '');
}

function loadsLink(rel: string): boolean {
  const relations = rel.toLowerCase().split(/\s+/).filter(Boolean);
  // An alternate style sheet loads all the same.
  return relations.includes('stylesheet') || !relations.every((relation) => unloaded.has(relation));
}
