import type { Nodes } from 'hast';
import { contract } from '../book/html-contract.ts';
import { createFinder, textOf } from '../build/html.ts';

/** Returns the text of a title or label in one line, without what is there for voices and for breaking lines. */
export function plainText(node: Nodes): string {
  return withoutScreens(node)
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutScreens(node: Nodes): string {
  if (node.type !== 'element' && node.type !== 'root') return textOf(node);
  const left = new Set<Nodes>(createFinder(node).all(contract.screen));
  const read = (inner: Nodes): string => {
    if (left.has(inner)) return '';
    return 'children' in inner ? inner.children.map(read).join('') : textOf(inner);
  };
  return read(node);
}
