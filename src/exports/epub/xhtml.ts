import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { site } from '../../site.ts';

const namespaces = { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' };

/**
 * Returns a document of the EPUB.
 *
 * @param title without markup
 * @param body what stands in its `<body>`
 */
export function xhtml(title: string, body: ElementContent[]): string {
  const { language } = site;
  const tree = h('html', { ...namespaces, lang: language, 'xml:lang': language }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', title),
      h('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ]),
    h('body', body),
  ]) as Element;
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${toXml(toXast(tree), { closeEmptyElements: true })}\n`;
}
