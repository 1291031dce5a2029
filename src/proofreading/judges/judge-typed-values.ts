import { formatNumber, type TableRows } from '../../book/data/find-cell.ts';
import type { Problem } from '../../build/problem.ts';
import { locateWords, type Spoken } from '../reading/locate-words.ts';

/** A number of the data as a sentence would have it, and its address. */
interface Measured {
  words: string;
  of: string;
}

/**
 * Finds numbers that were typed although the data has them: they would stay as they are when the data changes.
 * Only such as leave no doubt count: of three digits at least, noughts at the end aside, and with the same unit.
 */
export function judgeTypedValues(files: Spoken[], rows: TableRows): Problem[] {
  const measured = listMeasured(rows);
  return files.flatMap(({ file, source, passages }) =>
    passages.flatMap((passage) =>
      [...passage.text.matchAll(/(?<![\d.,])(\d[\d.,]*)(款|元|亿|万亿|%)/g)].flatMap((match) => {
        const found = measured.find(({ words }) => words === match[0]);
        if (!found) return [];
        return [
          {
            file,
            ...locateWords(source, passage, match.index, match[0].length),
            rule: 'value-typed',
            reason: `"${match[0]}" stands in the data, from which it should come.`,
            remedy: `Write <Value of="${found.of}" />; in an attribute or a title, do without the number.`,
          },
        ];
      }),
    ),
  );
}

function listMeasured({ filings, prices, usage }: TableRows): Measured[] {
  const say = (value: number | undefined, unit: string, of: string): Measured[] =>
    value !== undefined && isDistinctive(value) ? [{ words: formatNumber(value) + unit, of }] : [];
  return [
    ...filings.flatMap(({ date, filed, registered }) => [
      ...say(filed, '款', `filings ${date} filed`),
      ...say(registered, '款', `filings ${date} registered`),
    ]),
    ...prices.flatMap(({ key, currency, input, cached_input, output }) =>
      currency === 'CNY'
        ? [
            ...say(input, '元', `prices ${key} input`),
            ...say(cached_input, '元', `prices ${key} cached_input`),
            ...say(output, '元', `prices ${key} output`),
          ]
        : [],
    ),
    ...usage.flatMap(({ key, value, unit, penetration }) => [
      ...say(value, unit === '亿人' ? '亿' : '万亿', `usage ${key} value`),
      ...say(penetration, '%', `usage ${key} penetration`),
    ]),
  ];
}

function isDistinctive(value: number): boolean {
  return (
    String(value)
      .replace('.', '')
      .replace(/^0+|0+$/g, '').length >= 3
  );
}
