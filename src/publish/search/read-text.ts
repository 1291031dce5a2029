import type { Element, ElementContent, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { unread } from '../../client/search/unread.ts';

/** Elements that do not part what stands before them from what stands behind. */
const inline = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);

/** What is to be read of an element instead of what stands in it; undefined when that is what to read. */
export function standIn(element: Element): string | undefined {
  const { tagName } = element;
  if (tagName === 'pre') return `\n${toString(element)}\n`;
  if (tagName === 'br') return '\n';
  if (tagName === 'svg') return `\n${drawingText(element)}\n`;
  if (hasClass(element, 'katex')) return formulaText(element);
  // What opens a note's evidence; what opens an answer is its question.
  if (tagName === 'summary' && !element.children.some(isHeading)) return '';
  // 补充 is what every supplement is called; its title follows.
  if (hasClass(element, 'tag')) return `\n${element.children.slice(1).map(textOf).join('')}\n`;
  return unread.names.includes(tagName) || unread.classes.some((name) => hasClass(element, name))
    ? ''
    : undefined;
}

/** The text of an element, a line a block. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return runningText(node.value);
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    const other = standIn(node);
    if (other !== undefined) return other;
  }
  const text = node.children.map(textOf).join('');
  return node.type === 'element' && isBlock(node) ? `\n${text}\n` : text;
}

/** Text as a browser runs it on: where the source has a line break, it shows a blank. */
export function runningText(source: string): string {
  return source.replace(/[ \t\r\n]+/g, ' ');
}

/** Takes what only parts the source out of a text: blanks at the ends of lines, breaks between Han, joiners. */
export function tidy(text: string): string {
  return text
    .replace(/[\u2060\u200b]/g, '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

export function isBlock({ tagName }: Element): boolean {
  return !inline.has(tagName);
}

export function isHeading(node: ElementContent): boolean {
  return node.type === 'element' && /^h[1-3]$/.test(node.tagName);
}

export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}

/** The first element inside that a test holds of, itself included. */
export function findElement(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = findElement(child, test);
    if (found) return found;
  }
  return undefined;
}

/** A drawing is what its author says of it: letters on lines and boxes are no sentence. */
function drawingText(drawing: Element): string {
  const description = findElement(drawing, ({ tagName }) => tagName === 'desc');
  return description ? toString(description) : '';
}

/** A formula that reads as it is written, such as 10^{25}, is read; of the others is said that there is one. */
function formulaText(formula: Element): string {
  const annotation = findElement(formula, ({ tagName }) => tagName === 'annotation');
  const tex = annotation ? toString(annotation) : '';
  return /^[^\\&]{1,16}$/.test(tex) ? tex.replace(/[{}]/g, '') : '……';
}
