import type { Element, Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import { estimateWidth, formulaWidth } from './formula-width.ts';

/** Steps of a width, in em: fewer widths are fewer rules, and a fifth of a pixel is not seen. */
const step = 0.02;

/** What cannot break within, and may be wider than a line of the smallest phone in a supplement, in em of the formula. */
const widestOnPhones = 10.5;

/** … than a line on paper. */
const widestOnPaper = 30;

/**
 * Gives the parts of inline formulas the width that they have in KaTeX's fonts, so that no line of the text
 * breaks elsewhere once those have come. A formula on a line of its own moves nothing.
 *
 *     <span class="base">…x…</span>   →   <span class="base" style="width:.57em">…x…</span>
 *
 * An inline formula that may not fit into a line scrolls by itself, and what may not fit on paper says how wide it is:
 * print.css sets it smaller.
 *
 *     <span class="katex">   →   <span class="katex wide-formula" tabindex="0" … style="vertical-align:-0.95em">
 *     <span class="katex">   →   <span class="katex" style="--formula-width:41">
 *
 * Order: after rehype-formula-classes and before rehype-keep-together, which asks for `wide-formula`, and
 * rehype-static-styles, which makes classes of the styles.
 */
export function rehypeFormulaWidths() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, _, parent) => {
      if (!hasClass(node, 'katex')) return undefined;
      const inline = !(parent?.type === 'element' && hasClass(parent, 'katex-display'));
      const widths = listParts(node, 'base').map((part) => {
        const width = inline ? formulaWidth(part) : undefined;
        if (width !== undefined)
          part.properties['style'] = `width:${Number((Math.round(width / step) * step).toFixed(2))}em`;
        return width ?? estimateWidth(part);
      });
      const widest = Math.ceil(Math.max(0, ...widths));
      const styles: string[] = [];
      if (inline && widest > widestOnPhones) {
        Object.assign(node.properties, {
          className: ['katex', 'wide-formula'],
          ...{ tabIndex: 0, role: 'group', ariaLabel: '公式' },
        });
        // What scrolls stands on the line with its edge: lowered by as much as the formula reaches below the line.
        styles.push(`vertical-align:${depthOf(node)}em`);
      }
      if (widest > widestOnPaper) styles.push(`--formula-width:${widest}`);
      if (styles.length) node.properties['style'] = styles.join(';');
      return SKIP;
    });
  };
}

function listParts(formula: Element, name: string): Element[] {
  const parts: Element[] = [];
  visit(formula, 'element', (node) => {
    if (hasClass(node, name)) parts.push(node);
  });
  return parts;
}

/** How far the struts reach below the line, in em; 0 or less. */
function depthOf(formula: Element): number {
  const depths = listParts(formula, 'strut').map(({ properties }) =>
    Number(/vertical-align:\s*(-[\d.]+)em/.exec(String(properties['style']))?.[1] ?? 0),
  );
  return Math.min(0, ...depths);
}

function hasClass({ properties }: Element, name: string): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.includes(name);
}
