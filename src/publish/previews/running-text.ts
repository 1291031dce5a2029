import type { Element, Nodes } from 'hast';
import { contract } from '../../book/html-contract.ts';
import { createFinder } from '../../build/html.ts';
import { formulaText } from '../../build/formula-text.ts';

/** What is no part of the running text: marks, notes, drawings, and what is set apart with a number. */
const apart = [
  ...[contract.note, contract.ref, contract.cite, contract.screen, contract.number],
  ...[contract.title, contract.equation, contract.displayed, '.katex-html'],
  'annotation, figure, table, pre, script, style, svg, nav, button',
].join(', ');

/** Reads the running text of a page. */
export interface TextReader {
  /** Returns what a reader would read aloud of an element, in one line. */
  read(node: Nodes): string;
  /** Does an element belong to what stands beside the running text? */
  isApart(element: Element): boolean;
}

/**
 * Returns what reads a part of a page. Where the article is corrected, both readings stand:
 * 其数学模型〔当作训练过程〕主要包括……
 */
export function textReader(tree: Parameters<typeof createFinder>[0]): TextReader {
  const beside = new Set<Nodes>(createFinder(tree).all(apart));
  const textOf = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node) || beside.has(node)) return '';
    const parts = node.children.map(textOf);
    if (node.type !== 'element') return parts.join('');
    return node.tagName === 'ins' ? `〔当作${parts.join('')}〕` : formulaText(node.tagName, parts);
  };
  return {
    read: (node) =>
      textOf(node)
        .replace(/[\u200b\u2060-\u2064]/g, '')
        .replace(/[\t\n\r ]+/g, ' ')
        .trim(),
    isApart: (element) => beside.has(element),
  };
}
