import { lookUp } from '../book/data/look-up.ts';
import { isTableName, tableNames } from '../book/data/tables.ts';
import { readAttribute } from '../markdown/jsx.ts';
import { nearest } from '../markdown/nearest.ts';
import { at, type Finding } from './finding.ts';
import type { ProofChapter } from './read-chapter.ts';
import type { ReadData } from './read-data.ts';

/** Finds what chapters ask of the data and the data does not have: numbers by `<Value>`, tables by `<Chart>`. */
export function judgeValues(
  chapters: ProofChapter[],
  { rows, faulty }: Pick<ReadData, 'rows' | 'faulty'>,
): Finding[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.components ?? []).flatMap(({ value: node, point }) => {
      const of = readAttribute(node, 'of');
      if (of === undefined || (node.name !== 'Value' && node.name !== 'Chart')) return [];
      const table = node.name === 'Chart' ? of : (of.trim().split(/\s+/)[0] ?? '');
      if (isTableName(table) && faulty.has(table)) return [];
      const place = { file, ...at(point) };
      if (node.name === 'Chart') {
        if (isTableName(of)) return [];
        return [
          {
            ...place,
            rule: 'chart-unknown',
            reason: `There is no chart of "${of}".`,
            remedy: `There are charts of ${tableNames.join(', ')}.`,
            candidates: nearest(of, tableNames),
          },
        ];
      }
      const found = lookUp(rows, of);
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
