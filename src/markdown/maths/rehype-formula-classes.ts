import type { Root } from 'hast';
import { SKIP, visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { frontmatterOf } from '../frontmatter.ts';

/**
 * Lists the classes that the page's formulas use, so that the page carries the rules and fonts of KaTeX that
 * it needs and no others.
 *
 *     <span class="katex"><span class="mord mathnormal">…   →   frontmatter.formulaClasses: ['katex', 'mathnormal', 'mord']
 *
 * Order: after rehype-katex.
 */
export function rehypeFormulaClasses() {
  return (tree: Root, file: VFile): void => {
    const used = new Set<string>();
    visit(tree, 'element', (node) => {
      const classes = node.properties['className'];
      if (!Array.isArray(classes) || !classes.some((name) => /^katex/.test(String(name)))) return undefined;
      visit(node, 'element', (inner) => {
        const names = inner.properties['className'];
        if (Array.isArray(names)) for (const name of names) used.add(String(name));
      });
      return SKIP;
    });
    frontmatterOf(file)['formulaClasses'] = [...used].sort();
  };
}
