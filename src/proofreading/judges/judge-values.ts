import { findCell } from '../../book/data/find-cell.ts';
import { isTableName, tablesShownAs } from '../../book/data/tables.ts';
import { readAttribute } from '../../markdown/jsx.ts';
import { nearest } from '../../build/nearest.ts';
import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';
import type { ReadData } from '../reading/read-data.ts';

/** Finds what chapters ask of the data and it has not: numbers by `<Value>`, whole tables by `<Chart>` and `<Data>`. */
export function judgeValues(
  chapters: ProofChapter[],
  { rows, faulty }: Pick<ReadData, 'rows' | 'faulty'>,
): Problem[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.components ?? []).flatMap(({ value: node, point }) => {
      const of = readAttribute(node, 'of');
      const shown = node.name === 'Chart' ? 'chart' : node.name === 'Data' ? 'table' : undefined;
      if (of === undefined || (node.name !== 'Value' && !shown)) return [];
      const table = shown ? of : (of.trim().split(/\s+/)[0] ?? '');
      if (isTableName(table) && faulty.has(table)) return [];
      const place = { file, ...at(point) };
      if (shown) {
        const names: string[] = tablesShownAs(shown);
        if (names.includes(of)) return [];
        return [
          {
            ...place,
            rule: `${shown}-unknown`,
            reason: `There is no ${shown} of "${of}".`,
            remedy: `<${node.name}> shows ${names.join(', ')}.`,
            candidates: nearest(of, names),
          },
        ];
      }
      const found = findCell(rows, of);
      if ('value' in found) return [];
      const { wrong, part, names } = found;
      return [
        {
          ...place,
          rule: 'value-unknown',
          reason: `The data has no ${part} "${wrong}".`,
          remedy: 'Write table, key of the row and column: of="filings 2026-06-30 filed".',
          candidates: nearest(wrong, names),
        },
      ];
    }),
  );
}
