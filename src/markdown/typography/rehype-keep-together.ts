import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from '../../build/visit.ts';

/** Marks that may not begin a line, and marks that may not end one. */
const closing = /^[，。、；：？！）》”’…%]+/u;
const opening = /[（《“‘]+$/u;

/** A formula that may break within must be no longer, in signs, or it would not fit on a phone's line. */
const longestBreakable = 18;

/**
 * Ties an inline formula to the marks that touch it. A browser takes a formula for a picture, and lets a line
 * begin with the comma behind it.
 *
 *     （设 <span class="katex">x</span>，则   →   （设 <span class="together"><span class="katex">x</span>，</span>则
 *
 * Order: after rehype-katex.
 */
export function rehypeKeepTogether() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'element' || !parent || index === undefined || !isInlineFormula(node)) return;
      if (isLong(node)) return SKIP;
      const before = trimMarks(parent.children[index - 1], opening);
      const after = trimMarks(parent.children[index + 1], closing);
      if (!before && !after) return SKIP;
      const children: ElementContent[] = [...text(before), node, ...text(after)];
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['together'] },
        children,
        ...(node.position ? { position: node.position } : {}),
      };
      return SKIP;
    });
  };
}

function isInlineFormula(node: Element): boolean {
  return hasClass(node, 'katex');
}

function hasClass(node: Element, name: string): boolean {
  const names = node.properties['className'];
  return Array.isArray(names) && names.includes(name);
}

/** A formula of several parts breaks between them; tied together it would push a narrow page wide. */
function isLong(formula: Element): boolean {
  let parts = 0;
  let signs = '';
  visit(formula, 'element', (node) => {
    if (hasClass(node, 'base')) parts++;
    if (hasClass(node, 'katex-html')) signs = toString(node).replace(/[\s\u200b]/g, '');
  });
  return parts > 1 && signs.length > longestBreakable;
}

/** Takes marks off the edge of a text. */
function trimMarks(node: unknown, edge: RegExp): string {
  const neighbour = node as Text | undefined;
  if (neighbour?.type !== 'text') return '';
  const marks = edge.exec(neighbour.value)?.[0] ?? '';
  if (marks) neighbour.value = neighbour.value.replace(edge, '');
  return marks;
}

function text(value: string): Text[] {
  return value ? [{ type: 'text', value }] : [];
}
