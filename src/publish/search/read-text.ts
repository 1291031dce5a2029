import type { Element, ElementContent, Nodes } from 'hast';
import { textOf, type Finder } from '../../build/html.ts';
import { evidenceLabel, formula, supplementLabel, unread } from '../../client/search/selectors.ts';

/** Elements that do not part what stands before them from what stands behind. */
const inline = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads a page as a reader does, as far as that can be searched. */
export interface TextReader {
  /** Returns what is to be read of an element instead of what stands in it; undefined when that is what to read. */
  standIn(element: Element): string | undefined;
  /** Returns the text of a node, a line a block. */
  read(node: Nodes): string;
}

/** Returns what reads the texts of one page. */
export function textReader({ matches }: Finder): TextReader {
  function standIn(element: Element): string | undefined {
    const { tagName, children } = element;
    if (tagName === 'pre') return `\n${textOf(element)}\n`;
    if (tagName === 'br') return '\n';
    if (tagName === 'svg') return `\n${drawingText(element)}\n`;
    if (matches(element, formula)) return formulaText(element);
    if (matches(element, supplementLabel)) return `\n${children.slice(1).map(read).join('')}\n`;
    return matches(element, unread) || matches(element, evidenceLabel) ? '' : undefined;
  }

  function read(node: Nodes): string {
    if (node.type === 'text') return runningText(node.value);
    if (!('children' in node)) return '';
    const other = node.type === 'element' ? standIn(node) : undefined;
    if (other !== undefined) return other;
    const text = node.children.map(read).join('');
    return node.type === 'element' && isBlock(node) ? `\n${text}\n` : text;
  }

  return { standIn, read };
}

/** Text as a browser runs it on: where the source has a line break, it shows a blank. */
export function runningText(source: string): string {
  return source.replace(/[ \t\r\n]+/g, ' ');
}

/** Takes what only parts the source out of a text: blanks at the ends of lines, empty lines, joiners. */
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

/** A drawing is what its author says of it: letters on lines and boxes are no sentence. */
function drawingText(drawing: Element): string {
  const description = descendant(drawing, 'desc');
  return description ? textOf(description) : '';
}

/**
 * A formula that reads as it is written, such as 10²⁵, is read, and so is one that is a single sign, such as α; of the
 * others is said that there is one.
 */
function formulaText(drawn: Element): string {
  const annotation = descendant(drawn, 'annotation');
  const tex = annotation ? textOf(annotation) : '';
  if (/^[^\\&]{1,16}$/.test(tex))
    return tex
      .replace(/\^(?:\{(\d+)\}|(\d))/g, (_, many: string | undefined, one: string | undefined) =>
        [...(many ?? one ?? '')].map((digit) => superscripts[Number(digit)]).join(''),
      )
      .replace(/[{}]/g, '');
  const sign = /^\\[a-zA-Z]+$/.test(tex) ? descendant(drawn, 'mi') : undefined;
  return sign ? textOf(sign) : '……';
}

function descendant(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === name ? child : descendant(child, name);
    if (found) return found;
  }
  return undefined;
}
