import type { Root } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { isJsx } from '../jsx.ts';

/**
 * Lets a table that is wider than the column scroll by itself, by keyboard too.
 *
 *     <table>…</table>   →   <div class="scroll" tabindex="0" role="group" aria-label="表格"><table>…</table></div>
 *
 * Order: any place among the rehype plugins. A table in `<Table>` is left alone: the component has a wrapper,
 * and a name for it.
 */
export function rehypeScrollingTables() {
  return (tree: Root): void => {
    visitParents(tree, 'element', (table, ancestors) => {
      const parent = ancestors.at(-1);
      if (table.tagName !== 'table' || !parent) return undefined;
      if (ancestors.some((ancestor) => isJsx(ancestor) && ancestor.name === 'Table')) return SKIP;
      parent.children[parent.children.indexOf(table)] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: '表格' },
        children: [table],
      };
      return SKIP;
    });
  };
}
