import type { Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { reportProblem } from '../../build/problem.ts';
import { diagnose } from './diagnose.ts';

/**
 * Turns KaTeX's warnings, which would let a red, broken formula be published, into problems at the place
 * inside the formula where KaTeX stopped.
 *
 *     $\foo{a}$                 →   problem `formula-unknown-command`
 *     \begin{aligned} a         →   problem `formula-unclosed-environment`
 *     \begin{eqnarray}          →   problem `formula-unknown-environment`
 *     $损失 = a$                →   problem `formula-with-han`
 *     $37℃$                     →   problem `formula-character`
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
  // A display formula begins on the line below its $$, or behind it.
  const below = display && /^\$+\s*$/.test((lines[start.line - 1] ?? '').slice(start.column - 1));
  const line = start.line + before.length - (below ? 0 : 1);
  // A formula in a list is indented in the file, and not in the TeX.
  const indent = (lines[line - 1] ?? '').indexOf(tex, line === start.line ? start.column - 1 : 0);
  return { line, column: Math.max(indent, 0) + (before.at(-1) ?? '').length + 1 };
}
