import type { Root } from 'mdast';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';

/**
 * Keeps program code out of chapters: a chapter is text and components, so that what stands in it can be
 * held against the article.
 *
 *     import X from './x'   →   problem `code-in-chapter`
 *     {1 + 1}               →   problem `code-in-chapter`
 *     {/* a comment *\/}     →   allowed
 *
 * Order: first, before other plugins take comments out.
 */
export function remarkRefuseCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (node.type === 'mdxjsEsm') {
        reportProblem(file, {
          rule: 'code-in-chapter',
          reason: `A chapter has no imports or exports, but this one has \`${firstLine(node.value)}\`.`,
          remedy: 'Delete the line: the components of the edition are available without import.',
          place: node,
        });
      } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
        if (isComment(node.value)) return;
        reportProblem(file, {
          rule: 'code-in-chapter',
          reason: `\`{${firstLine(node.value)}}\` is a program expression.`,
          remedy: 'Write the text itself. For a literal brace write \\{ or \\}; in formulas close the $.',
          place: node,
        });
      }
    });
  };
}

function isComment(value: string): boolean {
  return value.replace(/\/\*[\s\S]*?\*\//g, '').trim() === '';
}

function firstLine(value: string): string {
  return value.trim().split('\n', 1)[0] ?? '';
}
