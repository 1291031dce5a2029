import type { Root, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';

/**
 * Finds rows of tables that have more or fewer cells than the head, mostly by a `|` in a formula or in code. GFM drops
 * what is too much; here the table gets a column without a head for it, so that nothing is lost.
 *
 *     | 甲 |
 *     | -- |
 *     | $P(A|B)$ |   →   problem `unread-table-cells`
 *
 * Order: before what numbers or typesets cells.
 */
export function remarkTableRows() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'table', ({ align, children: rows }) => {
      const columns = rows[0]?.children.length ?? 0;
      for (const row of rows) {
        const cells = row.children;
        if (cells.length === columns) continue;
        const surplus = cells[columns];
        const bar = cells.some((cell) => /[$`]/.test(toString(cell)));
        reportProblem(file, {
          rule: 'unread-table-cells',
          reason: `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the head of its table ${columns}.`,
          remedy: surplus
            ? `Write a | that divides no cells as \\|${bar ? ', and in a formula as \\mid or \\vert' : ''}; or give the head another cell.`
            : 'Write | for each cell, those without text too.',
          place: surplus ?? row,
        });
        if (surplus && align) while (align.length < cells.length) align.push(null);
      }
    });
  };
}

/** Has the row more cells than the head of its table? */
export function isLong(row: TableRow, table: Table): boolean {
  return row.children.length > (table.children[0]?.children.length ?? 0);
}
