import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';

/**
 * Refuses attributes that are programs: a chapter is text and components.
 *
 *     <Note id={1}>, <Note {...a}>   →   problem `attribute-expression`
 *
 * Order: before everything that reads attributes.
 */
export function remarkTextAttributes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!isJsx(node)) return;
      const isText = (attribute: (typeof node.attributes)[number]): boolean =>
        attribute.type === 'mdxJsxAttribute' && typeof (attribute.value ?? '') === 'string';
      if (node.attributes.every(isText)) return;
      node.attributes = node.attributes.filter(isText);
      reportProblem(file, {
        rule: 'attribute-expression',
        reason: `<${node.name}> has an attribute in braces, which would be a program.`,
        remedy: 'Write its value between quotation marks.',
        place: node,
      });
    });
  };
}
