import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Tells what the cells of a Markdown table are: heads of columns, and in the first column heads of rows,
 * unless that column has no head of its own. A cell that holds a formula and no word is no head: its MathML is
 * not text to every tool, and a head without text is none. Alignment becomes a style, since `align` is obsolete.
 *
 *     <th align="right">年</th>   →   <th scope="col" style="text-align:right">年</th>
 *     <td>甲</td>                 →   <th scope="row">甲</th>
 *
 * Order: before rehype-static-styles, which turns the style into a class.
 */
export function rehypeTableCells() {
  return (tree: Root): void => {
    visit(tree, 'element', (table) => {
      if (table.tagName !== 'table') return;
      const rows: Element[] = [];
      visit(table, 'element', (row) => {
        if (row.tagName === 'tr') rows.push(row);
      });
      const named = rows[0] !== undefined && (cellsOf(rows[0])[0]?.children.length ?? 0) > 0;
      for (const row of rows) {
        cellsOf(row).forEach((cell, column) => {
          const { align } = cell.properties;
          delete cell.properties['align'];
          if (!hasWords(cell)) cell.tagName = 'td';
          else if (cell.tagName === 'th') cell.properties['scope'] = 'col';
          else if (column === 0 && named) {
            cell.tagName = 'th';
            cell.properties['scope'] = 'row';
          }
          if (typeof align === 'string') cell.properties['style'] = `text-align:${align}`;
        });
      }
    });
  };
}

/** Is there anything but formulas in a cell? An empty head is left as it is. */
function hasWords(cell: Element): boolean {
  let words = cell.children.length === 0;
  visit(cell, (node) => {
    if (node.type === 'text' && node.value.trim()) words = true;
    const names = node.type === 'element' ? node.properties['className'] : undefined;
    return Array.isArray(names) && names.includes('katex') ? SKIP : undefined;
  });
  return words;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName),
  );
}
