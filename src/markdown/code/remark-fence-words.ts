import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';

/**
 * Finds what other sites read of a fence of code, and this one does not: it would be lost, or stand in the code.
 *
 *     ```python title="示例" {1,3}   →   problem `unread-fence`
 *     a // [!code highlight]         →   the same, at its line
 *
 * Order: any place after remark-sic.
 */
export function remarkFenceWords() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', ({ meta, value, position }) => {
      const { line = 1, column = 1 } = position?.start ?? {};
      const remedy = 'Write <Listing id="…" title="…" mark="1 3-4"> around the code, and take this out.';
      if (meta)
        reportProblem(file, {
          rule: 'unread-fence',
          reason: `Of “${meta}”, behind the language of the code, nothing is read.`,
          remedy,
          place: { line, column },
        });
      for (const [index, text] of value.split('\n').entries()) {
        const sign = /\[!code [^\]]*\]/.exec(text);
        if (!sign) continue;
        reportProblem(file, {
          rule: 'unread-fence',
          reason: `“${sign[0]}” is not read, and would stand in the code.`,
          remedy,
          place: { line: line + index + 1, column: column + sign.index },
        });
      }
    });
  };
}
