import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, createFinder, replaceElements, textOf, type Finder } from '../../build/html.ts';
import type { Book, Part } from '../book.ts';
import type { FollowLink } from '../follow-link.ts';
import { plainText } from '../plain-text.ts';

/**
 * Makes links lead through the EPUB. A link to the very thing that it stands in, a permalink on the site, is none
 * here; nor is one to a file of the site that is not known to stand anywhere.
 *
 *     <a href="/a/b/practice/#run">   →   <a href="practice.xhtml#run">
 */
export function rewriteLinks(body: Element, part: Part, book: Book, followLink: FollowLink): void {
  const file = fileOf(part);
  const follow = (href: string): string | undefined => {
    const to = followLink(href, part);
    if (to.kind === 'book') return fileOf(to.part) + (to.id ? `#${to.id}` : '');
    if (to.kind === 'contents') return 'nav.xhtml';
    if (to.kind === 'cover') return 'index.xhtml';
    if (to.kind === 'elsewhere') return href;
    return to.kind === 'site' && book.origin ? book.origin + to.path : undefined;
  };
  // What is nothing but a way to a file goes with it.
  if (!book.origin) replaceElements(body, contract.data);
  replaceElements(body, 'a', (link, { parentOf }) => {
    if (!textOf(link).trim() && !createFinder(link).first('img')) return [];
    const around = ancestorsOf(link, parentOf);
    const inDrawing = around.some(({ tagName }) => tagName === 'svg');
    const href = attributeOf(link, 'href') ?? '';
    const to = follow(href);
    const isOwn =
      href === '#main' || around.some((outer) => to === `${file}#${attributeOf(outer, 'id') ?? ''}`);
    const properties = { ...link.properties, href: undefined };
    if (to === undefined || isOwn) {
      const name = inDrawing ? 'g' : 'span';
      return [{ ...link, tagName: name, properties: { ...properties, ariaLabel: undefined } }];
    }
    const own = to.startsWith(`${file}#`) ? to.slice(file.length) : to;
    if (!inDrawing) return [{ ...link, properties: { ...properties, href: own } }];
    return [s('a', { ...properties, xLinkHref: own }, [h('title', plainText(link)), ...link.children])];
  });
}

/** Returns the name of the file that holds a part. */
export function fileOf({ name }: Part): string {
  return `${name}.xhtml`;
}

function ancestorsOf(element: Element, parentOf: Finder['parentOf']): Element[] {
  const parent = parentOf(element);
  return parent ? [parent, ...ancestorsOf(parent, parentOf)] : [];
}
