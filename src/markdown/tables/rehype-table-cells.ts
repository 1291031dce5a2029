import type { Element, Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';

/** A column need not be wider than this many Han characters, as far as the width of a table goes. */
const widestColumn = 8;

/** What a line of paper holds in the size of tables. */
const paper = 50;

/** Between columns. */
const gap = 0.75;

/** A table up to this wide, in Han characters, is left to the browser. The text column of a phone has about 20. */
const narrowTable = 22;

/**
 * Tells what the cells of a Markdown table are: heads of columns, and in the first column heads of rows,
 * unless that column has no head of its own. A cell that holds a formula and no word is no head: its MathML is
 * not text to every tool, and a head without text is none. Alignment becomes a style, since `align` is obsolete.
 * A table with much text says how wide it should be: on a phone it then scrolls, where its columns would else be four
 * characters wide, and on paper its letters are smaller. Where something in it can hardly be broken, each column gets a
 * least width too, or the words beside it would stand one below the other.
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
      const columns = widthsOf(rows);
      const width = Math.ceil(columns.reduce((sum, length) => sum + length + gap, -gap));
      if (width > narrowTable) table.properties['style'] = `--table-width:${width}`;
      if (
        width > paper ||
        rows.some((row, index) => cellsOf(row).some((cell) => isLong(cell, index === 0)))
      ) {
        table.properties['className'] = ['long-words'];
        if (rows[0])
          cellsOf(rows[0]).forEach((cell, column) => {
            cell.properties['style'] = `min-width:${(columns[column] ?? 0) + gap}em`;
          });
      }
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
          const { style } = cell.properties;
          if (typeof align === 'string')
            cell.properties['style'] = [style, `text-align:${align}`].filter(Boolean).join(';');
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
    return node.type === 'element' && hasClass(node, 'katex') ? SKIP : undefined;
  });
  return words;
}

/** What each column needs to be read, in Han characters. */
function widthsOf(rows: Element[]): number[] {
  const columns: number[] = [];
  for (const row of rows)
    cellsOf(row).forEach((cell, column) => {
      columns[column] = Math.max(columns[column] ?? 0, Math.min(lengthOf(cell), widestColumn));
    });
  return columns;
}

/** Is there something in a cell that a browser does not break, and that is wider than a column need be? */
function isLong(cell: Element, head: boolean): boolean {
  if (head) return lengthOf(cell) > widestColumn;
  let long = false;
  visit(cell, (node) => {
    if (node.type === 'element' && (node.tagName === 'img' || hasClass(node, 'katex'))) {
      long ||= node.tagName === 'img' || lengthOf(node) > 2 * widestColumn;
      return SKIP;
    }
    if (node.type === 'text')
      long ||= node.value.split(/[\s\u2e80-\uffef]/u).some((word) => word.length > 2 * widestColumn);
    return undefined;
  });
  return long;
}

/** Length of a cell's text in Han characters; what components put in, a number or a citation, counts as two. */
function lengthOf(cell: Element): number {
  let length = 0;
  visit(cell, (node) => {
    if (isJsx(node)) length += 2;
    if (node.type === 'element' && node.tagName === 'img') length += widestColumn + 1;
    if (node.type === 'element' && hasClass(node, 'katex-mathml')) return SKIP;
    if (node.type === 'text')
      for (const sign of node.value) length += /[\u2e80-\ufe4f\uff00-\uffef]/u.test(sign) ? 1 : 0.5;
    return undefined;
  });
  return length;
}

function hasClass({ properties }: Element, name: string): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.includes(name);
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => child.type === 'element' && /^t[hd]$/.test(child.tagName),
  );
}
