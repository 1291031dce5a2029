import type { Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { reportProblem } from '../../build/problem.ts';

/**
 * Turns KaTeX's warnings, which would let a red, broken formula be published, into problems at the place
 * inside the formula where KaTeX stopped.
 *
 *     $\foo{a}$                 →   problem `formula-unknown-command`
 *     \begin{aligned} a         →   problem `formula-unclosed-environment`
 *     价格 $5 和 $10 之间       →   problem `formula-with-han`
 *
 * Order: directly after rehype-katex.
 */
export function rehypeFormulaProblems() {
  return (_tree: Root, file: VFile): void => {
    const others = file.messages.filter((message) => message.source !== 'rehype-katex');
    const formulas = file.messages.filter((message) => message.source === 'rehype-katex');
    file.messages.splice(0, file.messages.length, ...others);
    const lines = formulas.length ? String(file.value).split('\n') : [];
    for (const message of formulas) {
      const cause = message.cause as (Error & { position?: number }) | undefined;
      const said = (cause?.message ?? message.reason)
        .replace(/\u0332/g, '')
        .replace(/^KaTeX parse error: /, '');
      const diagnosis = diagnose(said);
      // Sums of money: the dollar sign is what must be mended, not the word after it.
      const offset = diagnosis.rule === 'formula-with-han' ? undefined : cause?.position;
      reportProblem(file, { ...diagnosis, place: findPlace(message, lines, offset) });
    }
  };
}

function diagnose(said: string): { rule: string; reason: string; remedy: string } {
  const command = /Undefined control sequence: (\\[a-zA-Z]+|\\.)/.exec(said)?.[1];
  if (command) {
    return {
      rule: 'formula-unknown-command',
      reason: `KaTeX does not know the command ${command}.`,
      remedy: 'Correct its spelling; katex.org/docs/supported.html lists what there is.',
    };
  }
  if (/unicodeTextInMathMode/.test(said)) {
    return {
      rule: 'formula-with-han',
      reason: 'A formula holds Chinese text; perhaps two dollar signs were read as its ends.',
      remedy: 'Write a sum of money as \\$5; within a formula put words into \\text{…}.',
    };
  }
  if (/\\end|environment/.test(said) && /EOF|end of input|No such|Mismatch/.test(said)) {
    return {
      rule: 'formula-unclosed-environment',
      reason: `An environment of this formula is not closed, or closed by another name. KaTeX: ${said}`,
      remedy: 'Give each \\begin{name} its \\end{name}, in the right order.',
    };
  }
  return {
    rule: 'formula-syntax',
    reason: `KaTeX cannot read this formula: ${said}`,
    remedy: 'Mend the TeX.',
  };
}

/** The point in the chapter's file at an offset of the TeX, or where the formula begins. */
function findPlace(
  message: VFileMessage,
  lines: readonly string[],
  offset: number | undefined,
): Point | undefined {
  const ancestors = (message.ancestors ?? []) as Nodes[];
  const formula = ancestors.at(-1);
  const start = ancestors.findLast((node) => node.position)?.position?.start;
  if (!formula || !start || offset === undefined) return start;

  const before = toString(formula).slice(0, offset).split('\n');
  const tex = toString(formula).split('\n')[before.length - 1] ?? '';
  const display = ancestors.some((node) => node.type === 'element' && node.tagName === 'pre');
  const line = start.line + before.length - (display ? 0 : 1);
  // A formula in a list is indented in the file, and not in the TeX.
  const indent = (lines[line - 1] ?? '').indexOf(tex, display ? 0 : start.column - 1);
  return { line, column: Math.max(indent, 0) + (before.at(-1) ?? '').length + 1 };
}
