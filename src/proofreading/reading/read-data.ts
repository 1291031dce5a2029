import { readTable } from '../../book/data/read-table.ts';
import type { TableRows } from '../../book/data/find-cell.ts';
import type { Row, TableName } from '../../book/data/tables.ts';
import { nearest } from '../../build/nearest.ts';
import type { Problem } from '../../build/problem.ts';

export interface ReadData {
  rows: TableRows;
  /** Tables in which something is wrong: what is asked of them cannot be judged. */
  faulty: Set<TableName>;
  /** Keys of the references that rows name. */
  cited: Set<string>;
  problems: Problem[];
}

/**
 * Reads the tables of `content/data/`, and what is wrong with them.
 *
 * @param texts the files
 * @param keys of the references; undefined when nobody knows them
 */
export function readData(texts: Record<TableName, string>, keys: ReadonlySet<string> | undefined): ReadData {
  const cited = new Set<string>();
  const faulty = new Set<TableName>();
  const problems: Problem[] = [];
  const read = <N extends TableName>(name: N): Row<N>[] => {
    const file = `content/data/${name}.csv`;
    const { rows, places, problems: own } = readTable(name, texts[name]);
    const unknown = rows.flatMap(({ sources }, index) => {
      for (const source of sources) cited.add(source);
      const wrong = sources.filter((source) => keys && !keys.has(source));
      const { line, columns } = places[index] ?? { line: 1, columns: {} };
      return wrong.map((source) => ({
        file,
        line,
        column: columns['sources'],
        rule: 'data-source-unknown',
        reason: `content/references.yaml has no entry "${source}".`,
        remedy: 'Add it there, or correct the key.',
        candidates: nearest(source, keys ?? []),
      }));
    });
    problems.push(...own.map((problem) => ({ file, ...problem })), ...unknown);
    if (own.length || unknown.length) faulty.add(name);
    return rows;
  };
  const rows = {
    filings: read('filings'),
    prices: read('prices'),
    timeline: read('timeline'),
    usage: read('usage'),
  };
  return { rows, faulty, cited, problems };
}
