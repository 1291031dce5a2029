import type { FootnoteDefinition, Root } from 'mdast';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';

/**
 * Finds footnotes that nothing refers to: they would not be on the page.
 *
 *     [^1]: 注。   →   problem `footnote-unused`
 *
 * Order: any place among the remark plugins.
 */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const definitions: FootnoteDefinition[] = [];
    const used = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'footnoteDefinition') definitions.push(node);
      if (node.type === 'footnoteReference') used.add(node.identifier);
    });
    for (const node of definitions) {
      // Of two with one name, Markdown takes the first.
      const first = definitions.find(({ identifier }) => identifier === node.identifier);
      if (used.has(node.identifier) && first === node) continue;
      const name = `[^${node.label ?? node.identifier}]`;
      reportProblem(file, {
        rule: 'footnote-unused',
        reason:
          first === node
            ? `Nothing in the text refers to the footnote ${name}, which would not be on the page.`
            : `The footnote ${name} stands twice, and only the first would be on the page.`,
        remedy: `Write ${name} where it belongs, or delete the footnote.`,
        place: node,
      });
    }
  };
}
