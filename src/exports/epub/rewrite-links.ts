import type { Element, Parents } from 'hast';
import { toString } from 'hast-util-to-string';
import { followLink } from '../book/follow-link.ts';
import type { Book, Part } from '../book/book.ts';
import { plainText, replaceElements } from '../book/tree.ts';
import { h } from './element.ts';

/**
 * Makes links lead through the EPUB. A link to the very thing that it stands in, a permalink on the site, is none
 * here; nor is one to a file of the site that is not known to stand anywhere.
 *
 *     <a href="/a/b/practice/#run">   →   <a href="practice.xhtml#run">
 */
export function rewriteLinks(body: Element, part: Part, book: Book): void {
  replaceElements(body, (link, ancestors) => {
    if (link.tagName !== 'a') return undefined;
    if (!toString(link).trim()) return [];
    const { href, ...rest } = link.properties;
    const inDrawing = ancestors.some((outer) => isElement(outer) && outer.tagName === 'svg');
    const to = follow(String(href ?? ''), part, book);
    const isOwn =
      href === '#main' || ancestors.some((outer) => to === `${fileOf(part)}#${String(idOf(outer))}`);
    if (to === undefined || isOwn) {
      delete rest['ariaLabel'];
      return [{ ...link, tagName: inDrawing ? 'g' : 'span', properties: rest }];
    }
    const own = to.startsWith(`${fileOf(part)}#`) ? to.slice(fileOf(part).length) : to;
    if (!inDrawing) return [{ ...link, properties: { ...rest, href: own } }];
    const title = h('title', {}, [plainText(link)]);
    return [{ ...link, properties: { ...rest, xLinkHref: own }, children: [title, ...link.children] }];
  });
}

/** Name of the file that holds a part. */
export function fileOf({ name }: Part): string {
  return `${name}.xhtml`;
}

function follow(href: string, part: Part, book: Book): string | undefined {
  const to = followLink(href, part, book);
  if (to.kind === 'book') return fileOf(to.part) + (to.id ? `#${to.id}` : '');
  if (to.kind === 'contents') return 'nav.xhtml';
  if (to.kind === 'cover') return 'index.xhtml';
  if (to.kind === 'elsewhere') return href;
  return to.kind === 'site' && book.origin ? book.origin + to.path : undefined;
}

function isElement(node: Parents): node is Element {
  return node.type === 'element';
}

function idOf(node: Parents): unknown {
  return isElement(node) ? node.properties['id'] : undefined;
}
