import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { contract, hasRole } from '../../book/html-contract.ts';
import { attributeOf, createFinder, replaceElements, textOf } from '../../build/html.ts';
import { plainText } from '../plain-text.ts';

/**
 * Puts what Markdown's lists and tables cannot hold where it can stand, and the TeX of formulas where its line
 * breaks are safe: the conversion takes those of all texts away.
 */
export function rearrange(body: Element): void {
  const { all } = createFinder(body);
  for (const list of all(contract.sources)) numberSources(list);
  // What KaTeX drew is most of a page, and nothing of it is converted.
  replaceElements(body, contract.formula, (formula) => [texOf(formula)]);
  replaceElements(body, 'table:has(> caption)', withCaptionBefore);
  for (const cell of all('[data-align]')) cell.properties['align'] = attributeOf(cell, 'data-align');
  replaceElements(body, contract.footnoteBack);
  // Both signs of a footnote: neither is the author's.
  replaceElements(body, `sup:has(> ${contract.footnoteRef})`, ({ children }) => children);
  // Of the editors' sign on words of the article, the words.
  replaceElements(body, `s:has(+ ins${contract.editorial})`, ({ children }) => children);
  replaceElements(body, `ins${contract.editorial}`);
  replaceElements(body, `${contract.note} > p > b:first-child`, (label) => [
    h('b', plainText(label)),
    { type: 'text', value: ' ' },
  ]);
}

/** A list of sources keeps their numbers, though it begins in the middle. */
function numberSources(list: Element): void {
  list.properties['start'] = Number(/\d+/.exec(plainText(list))?.[0]);
  for (const item of list.children)
    if (item.type === 'element') item.children = item.children.filter((child) => !hasRole(child, 'number'));
}

function withCaptionBefore(table: Element): ElementContent[] {
  const isCaption = (child: ElementContent): boolean =>
    child.type === 'element' && child.tagName === 'caption';
  const caption = table.children.find(isCaption) as Element;
  return [
    h('p', h('b', plainText(caption))),
    { ...table, children: table.children.filter((child) => !isCaption(child)) },
  ];
}

/** Returns an element that says a formula as its author wrote it, and whether it stands on a line of its own. */
function texOf(formula: Element): Element {
  const { first } = createFinder(formula);
  const annotation = first(contract.tex);
  const dataTex = annotation ? textOf(annotation).trim() : '';
  // Its text holds the place of the formula: beside nothing, blanks would go.
  return h('span', { dataTex, dataDisplay: first('[display=block]') !== undefined }, dataTex);
}
