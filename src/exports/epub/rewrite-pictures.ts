import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { attributeOf, createFinder, replaceElements } from '../../build/html.ts';
import type { Part } from '../book.ts';
import type { FollowLink } from '../follow-link.ts';

/** What a page says of how a picture is loaded, and from where else. */
const ofLoading = ['loading', 'decoding', 'fetchPriority', 'srcSet', 'sizes'];

/**
 * Makes pictures those of the EPUB, which pack-pictures.ts puts there. A picture of another host, which no book may load,
 * becomes a link to it.
 *
 *     <img src="/a/b/price.png" alt="价格" loading="lazy">   →   <img src="pictures/1f0c…" alt="价格">
 *
 * @returns the addresses that they have on the site, each once
 */
export function rewritePictures(body: Element, part: Part, followLink: FollowLink): string[] {
  const sources = new Set<string>();
  replaceElements(body, 'picture', (choice) => createFinder(choice).all('img'));
  replaceElements(body, 'img', (picture, { matches }): ElementContent[] => {
    const src = attributeOf(picture, 'src') ?? '';
    const alt = attributeOf(picture, 'alt') ?? '';
    const to = followLink(src, part);
    if (to.kind !== 'site')
      return matches(picture, 'a *') ? [h('span', alt || src)] : [h('a', { href: src }, alt || src)];
    const source = to.path.replace(/[?#].*$/, '');
    sources.add(source);
    const properties: Element['properties'] = { ...picture.properties, src: placeOf(source), alt };
    for (const name of ofLoading) properties[name] = undefined;
    // XHTML has no shares there.
    const { width } = picture.properties;
    if (typeof width === 'string' && width.endsWith('%'))
      Object.assign(properties, { width: undefined, style: `width:${width}` });
    return [{ ...picture, properties }];
  });
  return [...sources];
}

/** Returns where a picture stands in the EPUB, as far as that is known before it is read: without its ending. */
export function placeOf(source: string): string {
  return `pictures/${createHash('sha256').update(source).digest('hex').slice(0, 12)}`;
}
