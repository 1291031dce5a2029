import type { Element, Nodes } from 'hast';
import { sayFormula } from './say-formula.ts';

/** What is no part of the running text: marks, notes, drawings, and what is set apart with a number. */
const apart = new Set([
  'note',
  'ref',
  'cite',
  'unseen',
  'number',
  'tag',
  'equation-number',
  'katex-display',
  'katex-html',
]);
const apartTags = new Set([
  'annotation',
  'figure',
  'table',
  'pre',
  'script',
  'style',
  'svg',
  'nav',
  'button',
]);

/**
 * What a reader would read aloud of a part of a page. Where the article is corrected, both readings stand:
 * 其数学模型〔当作训练过程〕主要包括……
 */
export function plainText(node: Nodes): string {
  return textOf(node)
    .replace(/[\u200b\u2060-\u2064]/g, '')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
}

/** Does an element belong to what stands beside the running text? */
export function isApart({ tagName, properties }: Element): boolean {
  const names = Array.isArray(properties['className']) ? properties['className'] : [];
  return apartTags.has(tagName) || names.some((name) => apart.has(String(name)));
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && isApart(node))) return '';
  const parts = node.children.map(textOf);
  if (node.type !== 'element') return parts.join('');
  return node.tagName === 'ins' ? `〔当作${parts.join('')}〕` : sayFormula(node.tagName, parts);
}
