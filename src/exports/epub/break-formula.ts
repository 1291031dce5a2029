import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { replaceElements, textOf } from '../../build/html.ts';

/** As many signs as stand beside one another on a phone. */
const longest = 32;

/** Before these a line may begin. */
const operators = /^[=<>≤≥≈≡∼∝≠≪≫→←⇒⇔↦∈⊂⊆+±−∪∩×⋅]$/;

/**
 * Puts a long displayed formula on several lines: reading systems do not break it, and those with pages cut it.
 *
 *     <mrow>a<mo>=</mo>b…<mo>+</mo>c…</mrow>   →   <mtable>…a=b…   …+c…</mtable>
 */
export function breakFormula(math: Element): void {
  if (math.properties['display'] === 'block') breakRows(math);
}

function breakRows(within: Element): void {
  replaceElements(within, 'mrow', (row, { parentOf }) => {
    const stands = /^(math|mtd|mstyle)$/.test(parentOf(row)?.tagName ?? '');
    const lines = stands && textOf(row).length > longest ? linesOf(row) : [];
    if (lines.length > 1) return [tableOf(lines)];
    breakRows(row);
    return [row];
  });
}

function tableOf(lines: ElementContent[][]): Element {
  const rows = lines.map((line) => h('mtr', h('mtd', h('mrow', line))));
  return h('mtable', { columnalign: 'left', displaystyle: 'true' }, rows);
}

function linesOf({ children }: Element): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const lengthOf = (nodes: readonly ElementContent[]): number => nodes.map(textOf).join('').length;
  let piece: ElementContent[] = [];
  const end = (): void => {
    if (lengthOf(lines.at(-1) ?? []) + lengthOf(piece) > longest && lines.at(-1)?.length) lines.push([]);
    lines.at(-1)?.push(...piece);
    piece = [];
  };
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'mo' && operators.test(textOf(child))) end();
    piece.push(child);
  }
  end();
  return lines;
}
