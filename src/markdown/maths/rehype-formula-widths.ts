import type { Element, Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import { formulaWidth } from './formula-width.ts';

/** Steps of a width, in em: fewer widths are fewer rules, and a fifth of a pixel is not seen. */
const step = 0.02;

/**
 * Gives the parts of inline formulas the width that they have in KaTeX's fonts, so that no line of the text
 * breaks elsewhere once those have come. A formula on a line of its own moves nothing.
 *
 *     <span class="base">…x…</span>   →   <span class="base" style="width:.57em">…x…</span>
 *
 * Order: after rehype-katex, before rehype-static-styles, which makes classes of the widths.
 */
export function rehypeFormulaWidths() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (hasClass(node, 'katex-display')) return SKIP;
      if (!hasClass(node, 'base')) return undefined;
      const width = formulaWidth(node);
      if (width !== undefined)
        node.properties['style'] = `width:${Number((Math.round(width / step) * step).toFixed(2))}em`;
      return SKIP;
    });
  };
}

function hasClass({ properties }: Element, name: string): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.includes(name);
}
