import type { Element, ElementContent, Root } from 'hast';
import { visit } from '../../build/visit.ts';

/**
 * Makes the number of a section its permalink, always to be seen. A section without a number gets the
 * editors' §.
 *
 *     <h2 id="model">4.1 数学模型构建</h2>
 *     →   <h2 id="model"><a class="number" data-is="number" href="#model">4.1</a> 数学模型构建</h2>
 *
 * Order: after remark-section-ids gave the ids.
 */
export function rehypeSectionNumbers() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const { id } = node.properties;
      if (!/^h[2-6]$/.test(node.tagName) || typeof id !== 'string') return;
      const first = node.children[0];
      const [, number, rest] =
        /^(\d+(?:\.\d+)*\.?)(\s.*)$/s.exec(first?.type === 'text' ? first.value : '') ?? [];
      if (number && rest) {
        node.children.splice(0, 1, permalink(id, number), { type: 'text', value: rest });
      } else {
        const sign = permalink(id, '§');
        sign.properties['dataLayer'] = 'editorial';
        sign.properties['ariaLabel'] = '本节链接';
        node.children.unshift(sign);
      }
    });
  };
}

function permalink(id: string, text: string): Element {
  const children: ElementContent[] = [{ type: 'text', value: text }];
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['number'], dataIs: 'number', href: `#${id}` },
    children,
  };
}
