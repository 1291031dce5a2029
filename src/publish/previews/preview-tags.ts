import { site } from '../../site.ts';
import type { Placement } from '../pages/read-site.ts';
import { escapeHtml } from '../redirects/forwarding-page.ts';

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

/** Size of every picture, in pixels. */
export const pictureSize = { width: 1200, height: 630 };

/**
 * The Open Graph data of a page, for its head. Twitter takes title, text and picture from there, and is told
 * only how large to show it.
 */
export function previewTags(preview: Preview, locator: Locator): string {
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
    ...properties.map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`),
    '<meta name="twitter:card" content="summary_large_image">',
  ].join('');
}
