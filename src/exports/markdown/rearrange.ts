import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { findElement, findElements, hasClass, plainText, replaceElements } from '../book/tree.ts';

/**
 * Puts what Markdown's lists and tables cannot hold where it can stand, and the TeX of formulas where its line
 * breaks are safe: the conversion takes those of all texts away.
 */
export function rearrange(body: Element): void {
  for (const list of findElements(body, (element) => hasClass(element, 'sources'))) numberSources(list);
  for (const formula of findElements(body, (element) => hasClass(element, 'katex')))
    formula.properties['dataTex'] = texOf(formula);
  replaceElements(body, (element) => (element.tagName === 'table' ? withCaptionBefore(element) : undefined));
}

/** A list of sources keeps their numbers, though it begins in the middle. */
function numberSources(list: Element): void {
  list.properties['start'] = Number(/\d+/.exec(plainText(list))?.[0]);
  for (const item of list.children)
    if (item.type === 'element') item.children = item.children.filter((child) => !hasClass(child, 'number'));
}

function withCaptionBefore(table: Element): ElementContent[] | undefined {
  const isCaption = (child: ElementContent): boolean =>
    child.type === 'element' && child.tagName === 'caption';
  const caption = table.children.find(isCaption);
  if (!caption) return undefined;
  const words: ElementContent[] = [{ type: 'text', value: plainText(caption) }];
  const bold: Element = { type: 'element', tagName: 'b', properties: {}, children: words };
  return [
    { type: 'element', tagName: 'p', properties: {}, children: [bold] },
    { ...table, children: table.children.filter((child) => !isCaption(child)) },
  ];
}

function texOf(formula: Element): string {
  const annotation = findElement(formula, ({ tagName }) => tagName === 'annotation');
  return annotation ? toString(annotation).trim() : '';
}
