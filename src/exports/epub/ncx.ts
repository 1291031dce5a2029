import type { Element } from 'hast';
import { site } from '../../site.ts';
import { attributeOf, createFinder, textOf } from '../../build/html.ts';
import { escapeXml } from './package-document.ts';

/**
 * Returns the contents as readers of EPUB 2 know them (OPF 2.0.1, 2.4.1).
 *
 *     <li><a href="maths.xhtml">四</a></li>   →   <navPoint …><navLabel><text>四</text></navLabel><content src="maths.xhtml"/></navPoint>
 *
 * @param navigation what stands in the document of the contents; see navigation-document.ts
 */
export function ncx([contents]: readonly Element[]): string {
  let order = 0;
  const points = (item: Element): string => {
    const [link, below] = item.children as [Element, Element?];
    order += 1;
    const own = `<navLabel><text>${escapeXml(textOf(link))}</text></navLabel><content src="${attributeOf(link, 'href')}"/>`;
    return `<navPoint id="point-${order}" playOrder="${order}">${own}${itemsOf(below).map(points).join('')}</navPoint>`;
  };
  const list = contents && createFinder(contents).first('ol');
  return `<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${site.language}">
<head><meta name="dtb:uid" content="${site.identifier}"/></head>
<docTitle><text>${escapeXml(site.title)}</text></docTitle>
<navMap>
${itemsOf(list).map(points).join('\n')}
</navMap>
</ncx>
`;
}

function itemsOf(list: Element | undefined): Element[] {
  return (list?.children ?? []) as Element[];
}
