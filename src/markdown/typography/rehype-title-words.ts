import type { ElementContent, Root } from 'hast';
import { visit } from '../../build/visit.ts';
import { titleWords } from './title-words.ts';

/**
 * Marks where a section's title, or the head of a row, may be broken, so that a narrow place never tears a
 * word apart.
 *
 *     <h2>公式推导过程</h2>   →   <h2>公式<wbr>推导<wbr>过程</h2>
 *
 * Order: after rehype-table-cells, which makes heads of rows, and rehype-section-numbers, which reads the whole
 * title. The style sheet forbids other breaks there (`word-break: keep-all`).
 */
export function rehypeTitleWords() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (!/^h[23]$/.test(node.tagName) && node.properties['scope'] !== 'row') return;
      node.children = node.children.flatMap((child): ElementContent[] => {
        if (child.type !== 'text') return [child];
        return titleWords(child.value).flatMap((word, index) => {
          const text: ElementContent = { type: 'text', value: word };
          return index ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, text] : [text];
        });
      });
    });
  };
}
