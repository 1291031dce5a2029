import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findCell, formatNumber, type TableRows } from '../../../src/book/data/find-cell.ts';
import { readTable } from '../../../src/book/data/read-table.ts';
import { tableNames, type TableName } from '../../../src/book/data/tables.ts';

const head = 'date,filed,registered,filed_new,registered_new,nature,note,sources,confidence\n';
const april = '2026-04-30,868,530,72,49,官方精确,,filings-04,高\n';
const june = '2026-06-30,988,,,,官方精确,"一, 二",a b,中\n';

function problems(rows: string, first = head): string[] {
  return readTable('filings', first + rows).problems.map((p) => `${p.rule} ${p.line}:${p.column}`);
}

test('rows are read: numbers as numbers, an empty cell as nothing, sources as a list', () => {
  const { rows, problems: none } = readTable('filings', head + april + june);
  expect(none).toEqual([]);
  expect(rows[0]).toMatchObject({ date: '2026-04-30', filed: 868, registered: 530, sources: ['filings-04'] });
  expect(rows[1]).toMatchObject({ filed: 988, registered: undefined, note: '一, 二', sources: ['a', 'b'] });
});

test('the place of each cell is known, also behind one with a comma', () => {
  const { places } = readTable('filings', head + april + june);
  expect(places[1]).toMatchObject({ line: 3, columns: { date: 1, filed: 12, note: 24, sources: 31 } });
});

test.each([
  ['no source', june.replace('a b', ''), ['data-source-missing 2:31']],
  ['a source that is no key', june.replace('a b', 'https://a.b'), ['data-malformed 2:31']],
  ['a word for a number', june.replace('988', '近千'), ['data-not-a-number 2:12']],
  ['a number with a comma', june.replace('988', '"1,988"'), ['data-not-a-number 2:12']],
  ['a number that must be there', june.replace('988', ''), ['data-not-a-number 2:12']],
  ['another date', june.replace('2026-06-30', '2026/6/30'), ['data-malformed 2:1']],
  ['a kind that there is not', june.replace('官方精确', '据说'), ['data-malformed 2:19']],
  ['a confidence too low to print', june.replace('中', '低'), ['data-malformed 2:35']],
  ['dates out of order', june + april, ['data-order 3:1']],
  ['a row that stands twice', june + june, ['data-row-twice 3:1']],
  ['a cell too many', june.replace('中', '中,x'), ['data-cells 2:1']],
  ['an open quotation mark', june.replace('二"', '二'), ['data-syntax 2:1']],
])('%s is a problem', (_what, rows, expected) => {
  expect(problems(rows)).toEqual(expected);
});

test('a row after a faulty one is still judged', () => {
  expect(problems(april.replace('868', 'x') + june.replace('988', 'y'))).toEqual([
    'data-not-a-number 2:12',
    'data-not-a-number 3:12',
  ]);
});

test('other columns are a problem', () => {
  expect(problems(april, head.replace('filed_new,', ''))).toEqual(['data-columns 1:1']);
});

const events = (...rows: string[]) =>
  readTable('timeline', `key,date,category,label,event,sources,confidence\n${rows.join('\n')}\n`).problems;

test('a month stands before or after its days', () => {
  expect(events('a,2025-08-21,产品,,x,s,高', 'b,2025-08,产品,,x,s,高', 'c,2025-08-01,产品,,x,s,高')).toEqual(
    [],
  );
  expect(events('a,2025-08,产品,,x,s,高', 'b,2025-07-31,产品,,x,s,高')).toHaveLength(1);
});

test('dates are in order within a group, and its rows stand together', () => {
  const row = (key: string, vendor: string, date: string) =>
    `${key},${vendor},m,旗舰,,${date},生效,CNY,1,,2,,s,高\n`;
  const prices = (rows: string) =>
    readTable(
      'prices',
      `key,vendor,model,tier,series,date,date_type,currency,input,cached_input,output,condition,sources,confidence\n${rows}`,
    ).problems.map(({ rule, line }) => `${rule} ${line}`);
  expect(prices(row('a', '甲', '2026-05') + row('b', '乙', '2024-05'))).toEqual([]);
  expect(prices(row('a', '甲', '2026-05') + row('b', '甲', '2024-05'))).toEqual(['data-order 3']);
  expect(prices(row('a', '甲', '2024-05') + row('b', '乙', '2024-05') + row('c', '甲', '2026-05'))).toEqual([
    'data-group-apart 4',
  ]);
});

const all: TableRows = {
  filings: readTable('filings', head + april + june).rows,
  prices: [],
  timeline: [],
  usage: [],
};

test('a number is found by table, row and column', () => {
  expect(findCell(all, 'filings 2026-06-30 filed')).toEqual({ value: 988 });
});

test.each([
  ['filing 2026-06-30 filed', 'filing', tableNames],
  ['filings 2026-06-31 filed', '2026-06-31', ['2026-04-30', '2026-06-30']],
  ['filings 2026-06-30 registered', 'registered', ['filed']],
  ['filings 2026-06-30 toString', 'toString', ['filed']],
  ['filings 2026-06-30 note', 'note', ['filed']],
])('%s leads nowhere, and what would is known', (of, wrong, names) => {
  expect(findCell(all, of)).toMatchObject({ wrong, names });
});

test('long numbers get separators', () => {
  expect([0.8, 988, 1000, 9999, 10_000, 151_448].map(formatNumber)).toEqual([
    '0.8',
    '988',
    '1000',
    '9999',
    '10,000',
    '151,448',
  ]);
});

function readFile<N extends TableName>(name: N) {
  const file = path.resolve(import.meta.dirname, `../../../content/data/${name}.csv`);
  return readTable(name, readFileSync(file, 'utf8')).rows;
}

test('what events say of filings and tokens is what their tables have', () => {
  const filings = readFile('filings');
  const known = new Set([
    ...filings.map(({ filed }) => `备案${filed}款`),
    ...filings.map(({ registered }) => `登记${registered}款`),
    ...readFile('usage').map(({ value }) => `超${value}万亿`),
  ]);
  const said = readFile('timeline').flatMap(
    ({ event }) => event.match(/(备案|登记)\d+款|超\d+万亿/g)?.map(String) ?? [],
  );
  expect(said.filter((words) => !known.has(words))).toEqual([]);
  expect(said.length).toBe(6);
});

test('what the filings gained agrees with their sums: in a year, or since the report before', () => {
  const rows = readFile('filings');
  const gained = rows.filter(({ filed_new }) => filed_new !== undefined);
  for (const row of gained) {
    const yearEnd = `${Number(row.date.slice(0, 4)) - 1}-12-31`;
    const since = row.date.endsWith('-12-31')
      ? rows.find(({ date }) => date === yearEnd)
      : gained[gained.indexOf(row) - 1];
    for (const column of ['filed', 'registered'] as const) {
      expect(row[`${column}_new`], row.date).toBe((row[column] ?? NaN) - (since?.[column] ?? 0));
    }
  }
  expect(gained.length).toBe(5);
});
