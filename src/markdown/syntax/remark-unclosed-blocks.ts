import type { Root } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { reportProblem, type Problem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';

type Unclosed = Pick<Problem, 'rule' | 'reason' | 'remedy'> & { place: Point };

/**
 * Finds a `$$` and a fence of code that nothing closes. Markdown lets them run to the end of the page, or of their
 * quotation or list, and swallows the rest of the text without a word.
 *
 *     $$            →   problem `formula-unclosed` at the opening `$$`
 *     a = b
 *     (end of file)
 *
 * Order: any place after remark-display-maths.
 */
export function remarkUnclosedBlocks() {
  return (tree: Root, file: VFile): void => {
    for (const unclosed of unclosedBlocks(tree, String(file.value))) reportProblem(file, unclosed);
  };
}

/**
 * Lists what is opened and never closed. What a formula has swallowed is none: it is taken out.
 *
 * @param source the file that the tree was read from
 */
export function unclosedBlocks(tree: Root, source: string): Unclosed[] {
  const found: Unclosed[] = [];
  let swallowed = 0;
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'code') return;
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const written = source.slice(start.offset, end.offset);
    // A formula of the article that is shown as code begins otherwise.
    const fence = (node.type === 'math' ? /^\${2,}/ : /^(?:`{3,}|~{3,})/).exec(written)?.[0];
    if (!fence) return;
    const rest = written.slice(fence.length).trimEnd();
    // A longer fence closes as well; one of code stands on its own line.
    const close = node.type === 'math' ? rest : (/\n[ \t>]*(\S+)$/.exec(rest)?.[1] ?? '');
    if (close.endsWith(fence) && (node.type === 'math' || close === fence.charAt(0).repeat(close.length)))
      return;
    // KaTeX need not complain of it as well.
    if (node.type === 'math') node.data = { ...node.data, hChildren: [] };
    // Where the quotation ends, what was meant to close it opens another one.
    if (start.line !== swallowed + 1)
      found.push({ ...sayUnclosed(node.type, fence, source, start), place: start });
    swallowed = end.line;
  });
  return found;
}

function sayUnclosed(
  type: 'math' | 'code',
  fence: string,
  source: string,
  { line }: Point,
): Omit<Unclosed, 'place'> {
  const quoted = /^\s*>/.test(source.split('\n')[line - 1] ?? '');
  const what = type === 'math' ? 'formula' : 'listing';
  return {
    rule: type === 'math' ? 'formula-unclosed' : 'unread-fence-unclosed',
    reason: `The ${what} that opens with "${fence}" here is never closed, and swallows all that follows${quoted ? ' in its quotation' : ''}.`,
    remedy: `Close it with "${fence}" on a line of its own${quoted ? ', with the > of the quotation before it' : ''}.`,
  };
}
