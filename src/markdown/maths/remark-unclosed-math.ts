import type { Root } from 'mdast';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';

/**
 * Finds a `$$` that is never closed. Markdown lets such a formula run to the end of the page, and swallows
 * the rest of the text without a word.
 *
 *     $$            →   problem `formula-unclosed` at the opening `$$`
 *     a = b
 *     (end of file)
 *
 * Order: any place after remark-math.
 */
export function remarkUnclosedMath() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'math', (node) => {
      const { start, end } = node.position ?? {};
      if (start?.offset === undefined || end?.offset === undefined) return;
      const source = String(file.value).slice(start.offset, end.offset);
      const [fence] = /^\$*/.exec(source) ?? [''];
      // A longer one closes it too.
      if (source.slice(fence.length).trimEnd().endsWith(fence)) return;
      // What it swallowed is no formula, and KaTeX need not complain of it as well.
      node.data = { ...node.data, hChildren: [] };
      reportProblem(file, {
        rule: 'formula-unclosed',
        reason: `The formula that opens with "${fence}" here is never closed, and swallows all that follows.`,
        remedy: `Close it with "${fence}" on a line of its own.`,
        place: start,
      });
    });
  };
}
