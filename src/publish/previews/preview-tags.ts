import type { Element } from 'hast';
import { h } from 'hastscript';
import { site, type Placement } from '../../site.ts';
import { pictureSize } from './picture/picture-size.ts';

/** What a preview of a page or section shows. */
export interface Preview {
  /** Address below the base path: `/maths/`, `/maths/#model`. */
  address: string;
  title: string;
  description: string;
  /** Address of its picture below the base path. */
  picture: string;
  type: 'book' | 'article';
}

/** Says where an address of the book stands. */
export interface Locator {
  /** On whatever host the site is: `/a/b/maths/`. */
  path: (address: string) => string;
  /** With the origin, when that is known. */
  full: (address: string) => string;
  /** Is the origin known? */
  known: boolean;
}

/** Makes what says where an address stands. */
export function locatorOf({ base, origin }: Placement): Locator {
  const locate = (address: string): string => base + address.slice(1);
  return { path: locate, full: (address) => (origin ?? '') + locate(address), known: origin !== undefined };
}

/**
 * Returns the Open Graph data of a page, for its head. Twitter takes title, text and picture from there, and is told
 * only how large to show it.
 */
export function previewTags(preview: Preview, locator: Locator): Element[] {
  const { address, title, description, picture, type } = preview;
  const properties: [string, string][] = [
    ['og:type', type],
    ['og:site_name', site.title],
    ['og:locale', site.language.replace('-', '_')],
    ['og:title', title],
    ['og:description', description],
    ...(locator.known ? [['og:url', locator.full(address)] satisfies [string, string]] : []),
    ['og:image', locator.full(picture)],
    ['og:image:width', String(pictureSize.width)],
    ['og:image:height', String(pictureSize.height)],
    ['og:image:alt', title],
  ];
  return [
    ...properties.map(([property, content]) => h('meta', { property, content })),
    h('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  ];
}
