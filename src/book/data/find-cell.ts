import { isTableName, tableNames, tables, type Row, type TableName } from './tables.ts';

export type TableRows = { [N in TableName]: Row<N>[] };

/** A number of the data, or which word of its address is wrong and what it could have been. */
export type LookedUp = { value: number } | { wrong: string; part: string; names: string[] };

/**
 * Finds a number of the data.
 *
 * @param of its address: table, key of the row, column; `filings 2026-06-30 filed`
 */
export function findCell(all: TableRows, of: string): LookedUp {
  const [table = '', key = '', column = '', ...more] = of.trim().split(/\s+/);
  if (more.length) return { wrong: of, part: 'address', names: [] };
  if (!isTableName(table)) return { wrong: table, part: 'table', names: tableNames };
  const rows = all[table] as Record<string, unknown>[];
  const keyColumn = tables[table].key;
  const row = rows.find((r) => r[keyColumn] === key);
  if (!row) return { wrong: key, part: 'row', names: rows.map((r) => String(r[keyColumn])) };
  const value = Object.hasOwn(row, column) ? row[column] : undefined;
  if (typeof value === 'number') return { value };
  const names = Object.entries(row).flatMap(([name, cell]) => (typeof cell === 'number' ? [name] : []));
  return { wrong: column, part: 'column with a number in this row', names };
}

/** A number as the book writes it: 988, 0.8; with separators from five digits on, 12,000. */
export function formatNumber(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en-US');
}
