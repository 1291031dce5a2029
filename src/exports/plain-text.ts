import type { Nodes } from 'hast';
import { contract } from '../book/html-contract.ts';
import { createFinder } from '../build/html.ts';
import { textWithFormulas } from '../build/formula-text.ts';

/** Returns the text of a title or label in one line, without what is there for voices and for breaking lines. */
export function plainText(node: Nodes): string {
  const screens =
    node.type === 'element' || node.type === 'root' ? createFinder(node).all(contract.screen) : [];
  return textWithFormulas(node, (element) => screens.includes(element))
    .replace(/[\u200b\u2060-\u2064]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
