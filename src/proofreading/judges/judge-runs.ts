import { labNames, plotNames } from '../../book/runs/plots.ts';
import { findRun, patterns } from '../../book/runs/names.ts';
import { readAttribute } from '../../markdown/jsx.ts';
import { nearest } from '../../build/nearest.ts';
import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/** Finds what chapters ask of the lab and the lab does not have: numbers by `<Run>`, figures by `<Plot>`. */
export function judgeRuns(chapters: ProofChapter[]): Problem[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.components ?? []).flatMap(({ value: node, point }) => {
      const of = readAttribute(node, 'of');
      if (of === undefined) return [];
      const place = { file, ...at(point) };
      const names: readonly string[] | undefined = { Plot: plotNames, Lab: labNames }[node.name ?? ''];
      if (names && !names.includes(of)) {
        return [
          {
            ...place,
            rule: node.name === 'Plot' ? 'plot-unknown' : 'lab-unknown',
            reason: `There is no ${node.name?.toLowerCase()} of "${of}".`,
            remedy: `There are ${names.join(', ')}.`,
            candidates: nearest(of, names),
          },
        ];
      }
      if (node.name !== 'Run') return [];
      const found = findRun(of);
      const as = readAttribute(node, 'as') ?? '0';
      const problems: Problem[] = [];
      if ('wrong' in found) {
        problems.push({
          ...place,
          rule: 'run-unknown',
          reason: `The lab has no ${found.part} "${found.wrong}".`,
          remedy: 'Write group and name, as src/book/runs/names.ts lists them: of="theory floor".',
          candidates: nearest(found.wrong, found.names),
        });
      }
      if (!patterns.test(as)) {
        problems.push({
          ...place,
          rule: 'run-pattern',
          reason: `as="${as}" says nothing about how the number is written.`,
          remedy: 'Write 0, 0.00 with as many decimals, 0% or 0e.',
        });
      }
      return problems;
    }),
  );
}
