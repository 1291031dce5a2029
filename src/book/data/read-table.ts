import { CsvError, parse } from 'csv-parse/sync';
import { tables, type Row, type TableName } from './tables.ts';

/** What is wrong with a table, and where. */
interface TableProblem {
  line: number;
  column: number;
  rule: string;
  reason: string;
  remedy: string;
}

export interface ReadTable<N extends TableName> {
  /** The rows in which nothing is wrong, in the order of the file. */
  rows: Row<N>[];
  /** Where each of these stands: its line, and the column at which each of its cells begins. */
  places: RowPlace[];
  problems: TableProblem[];
}

interface RowPlace {
  line: number;
  columns: Record<string, number>;
}

interface Line {
  cells: string[];
  number: number;
  starts: number[];
}

/**
 * Reads a table of the data: cells of the right kind, a source in every row, no row twice, dates in order.
 * Whether the sources exist is the proofreading's to say.
 *
 * @param name which table, hence which columns
 * @param text the file, CSV with a line of column names
 */
export function readTable<N extends TableName>(name: N, text: string): ReadTable<N> {
  const { row: schema, key, group } = tables[name];
  const columns = Object.keys(schema.shape);
  const split = splitLines(text);
  if ('problem' in split) return { rows: [], places: [], problems: [split.problem] };
  const [head, ...lines] = split.lines;
  if (head?.cells.join() !== columns.join()) {
    const problem = {
      line: 1,
      column: 1,
      rule: 'data-columns',
      reason: `The columns are ${head?.cells.join(', ') ?? 'none'}.`,
      remedy: `Write ${columns.join(',')}.`,
    };
    return { rows: [], places: [], problems: [problem] };
  }

  const read: ReadTable<N> = { rows: [], places: [], problems: [] };
  const seen = new Map<string, number>();
  const latest = new Map<string, string>();
  let groupBefore = '';
  for (const { cells, number, starts } of lines) {
    const place = { line: number, columns: Object.fromEntries(columns.map((c, i) => [c, starts[i] ?? 1])) };
    const at = (column: string) => ({ line: number, column: place.columns[column] ?? 1 });
    if (cells.length !== columns.length) {
      read.problems.push({
        ...at(''),
        rule: 'data-cells',
        reason: `The row has ${cells.length} cells, not ${columns.length}.`,
        remedy:
          'Put a cell with a comma into quotation marks; leave an unknown cell empty between its commas.',
      });
      continue;
    }
    const written = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
    const { data, error } = schema.safeParse(written);
    for (const { path, message } of error?.issues ?? []) {
      const column = String(path[0]);
      read.problems.push({ ...at(column), ...explainCell(column, written[column] ?? '', message) });
    }

    const own = written[key] ?? '';
    const before = seen.get(own);
    if (before !== undefined) {
      read.problems.push({
        ...at(key),
        rule: 'data-row-twice',
        reason: `"${own}" stands in line ${before} already.`,
        remedy: `Delete one of the rows, or tell them apart by their ${key}.`,
      });
    }
    seen.set(own, before ?? number);

    const together = group ? (written[group] ?? '') : '';
    if (group && together !== groupBefore && latest.has(together)) {
      read.problems.push({
        ...at(group),
        rule: 'data-group-apart',
        reason: `The rows of "${together}" do not stand together.`,
        remedy: 'Put the row to the others.',
      });
    }
    groupBefore = together;
    const day = written['date'] ?? '';
    const last = latest.get(together) ?? '';
    if (isBefore(day, last)) {
      read.problems.push({
        ...at('date'),
        rule: 'data-order',
        reason: `${day} stands after ${last}.`,
        remedy: 'Put the row where its date belongs.',
      });
    } else latest.set(together, day);

    if (data) {
      read.rows.push(data as Row<N>);
      read.places.push(place);
    }
  }
  return read;
}

/** Splits the file into cells; the first fault of syntax ends it, since nothing after it can be trusted. */
function splitLines(text: string): { lines: Line[] } | { problem: TableProblem } {
  try {
    const records = parse(text, { info: true, raw: true, relax_column_count: true }) as unknown as {
      info: { lines: number };
      raw: string;
      record: string[];
    }[];
    return {
      lines: records.map(({ info, raw, record }) => ({
        cells: record,
        // The parser has read to the end of the record.
        number: info.lines - (raw.trimEnd().match(/\n/g)?.length ?? 0),
        starts: cellStarts(raw),
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    const remedy = 'Write a quotation mark inside of a quoted cell twice.';
    return { problem: { line, column: 1, rule: 'data-syntax', reason: error.message, remedy } };
  }
}

/** 1-based columns at which the cells of a record begin. */
function cellStarts(raw: string): number[] {
  const starts = [1];
  let quoted = false;
  for (const [index, sign] of [...raw].entries()) {
    if (sign === '"') quoted = !quoted;
    if (sign === ',' && !quoted) starts.push(index + 2);
  }
  return starts;
}

function explainCell(
  column: string,
  cell: string,
  message: string,
): Pick<TableProblem, 'rule' | 'reason' | 'remedy'> {
  if (column === 'sources' && !cell) {
    return {
      rule: 'data-source-missing',
      reason: 'The row has no source.',
      remedy: 'Name keys of content/references.yaml in "sources", separated by spaces, or delete the row.',
    };
  }
  const numeric = message.includes('number');
  return {
    rule: numeric ? 'data-not-a-number' : 'data-malformed',
    reason: `"${cell}" in "${column}" ${message}.`,
    remedy: numeric
      ? 'Write digits, and a point before decimals: no unit, no comma, no “about”.'
      : 'src/book/data/tables.ts says what the column holds.',
  };
}

/** 2025-08 is neither before nor after 2025-08-21. */
function isBefore(day: string, other: string): boolean {
  const length = Math.min(day.length, other.length);
  return day.slice(0, length) < other.slice(0, length);
}
