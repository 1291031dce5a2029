import type { Element, ElementData, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';

declare module 'hast' {
  interface ElementData {
    /** TeX of a display formula, as written. */
    tex?: string;
  }
}

/**
 * Puts each display formula into a box that scrolls by itself, and that remembers the TeX and its place in
 * the source: KaTeX replaces the element inside and forgets both.
 *
 *     <pre><code class="language-math math-display">…   →   <div class="equation" tabindex="0" …><pre>…</pre></div>
 *
 * Order: directly before rehype-katex.
 */
export function rehypeEquations() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (!parent || index === undefined) return;
      // `<Equation id="x">$$a$$</Equation>` on one line.
      const inline = element.tagName === 'code' && isJsx(parent) && parent.name === 'Equation';
      const node: Element = inline
        ? { ...element, tagName: 'pre', properties: {}, children: [element] }
        : element;
      if (node.tagName !== 'pre') return;
      const code = node.children[0];
      if (code?.type !== 'element' || !hasClass(code, 'language-math')) return;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        // It scrolls sideways; without this a keyboard could not reach what is out of sight.
        properties: { className: ['equation'], tabIndex: 0, role: 'group', ariaLabel: '公式' },
        children: [node],
        // hast-util-from-parse5 declares more of this record than it needs.
        data: { tex: toString(code).trim() } as ElementData,
        ...(node.position ? { position: node.position } : {}),
      };
      parent.children[index] = box;
      return SKIP;
    });
  };
}

function hasClass(node: Element, name: string): boolean {
  return Array.isArray(node.properties['className']) && node.properties['className'].includes(name);
}
