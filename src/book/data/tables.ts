import { z } from 'astro/zod';

const text = z.string().min(1, 'is empty');
const note = z.string();
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'is no plain number')
  .transform(Number);
const numberOrNone = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)?$/, 'is no plain number')
  .transform((cell) => (cell ? Number(cell) : undefined));
const date = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'is no date like 2026-05-01, or 2026-05');
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no key: lower-case ASCII with hyphens');
const sources = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*( [a-z0-9]+(-[a-z0-9]+)*)*$/, 'names no source')
  .transform((cell) => cell.split(' '));
const confidence = z.enum(['高', '中'], 'is neither 高 nor 中');

/**
 * The tables of `content/data/`. The columns of a file are the fields of its row, in this order; `key` names the
 * column that tells rows apart, `group` one whose rows stand together, each with its dates in order. `shown` is how a
 * chapter shows the table: as a figure, `<Chart>`, or as it is, `<Data>`.
 */
export const tables = {
  /** Services on record with the Cyberspace Administration, cumulative. */
  filings: {
    key: 'date',
    group: undefined,
    shown: 'chart',
    row: z.strictObject({
      date,
      /** 备案. */
      filed: number,
      /** 登记. */
      registered: numberOrNone,
      filed_new: numberOrNone,
      registered_new: numberOrNone,
      nature: z.enum(['官方精确', '官方约数', '推算'], 'is neither 官方精确 nor 官方约数 nor 推算'),
      note,
      sources,
      confidence,
    }),
  },
  /** List prices of APIs for a million tokens. */
  prices: {
    key: 'key',
    group: 'vendor',
    shown: 'chart',
    row: z.strictObject({
      key,
      vendor: text,
      model: text,
      tier: text,
      /** Line of the chart that the row belongs to; '' when it is not drawn. */
      series: note,
      date,
      date_type: z.enum(['生效', '发布', '快照', '降价前'], 'is neither 生效, 发布, 快照 nor 降价前'),
      currency: z.enum(['CNY', 'USD'], 'is neither CNY nor USD'),
      input: number,
      cached_input: numberOrNone,
      output: numberOrNone,
      condition: note,
      sources,
      confidence,
    }),
  },
  /** What happened when. */
  timeline: {
    key: 'key',
    group: undefined,
    shown: 'chart',
    row: z.strictObject({
      key,
      date,
      category: z.enum(
        ['产品', '开源', '研究', '政策', '市场', '价格', '资本', '落地', '争议'],
        'is no category',
      ),
      /** Words of the chart; '' when the event is only a dot there. */
      label: z.string().max(18, 'is longer than 18 characters'),
      event: text,
      sources,
      confidence,
    }),
  },
  /** People who use generative AI, and tokens. */
  usage: {
    key: 'key',
    group: 'measure',
    shown: 'table',
    row: z.strictObject({
      key,
      /** What is counted. */
      measure: text,
      publisher: text,
      /** For order only; the last month of a period. */
      date,
      /** The date or period as it is said: 2025年末. */
      time: text,
      bound: z.enum(['', '约', '超过'], 'is neither empty nor 约 nor 超过'),
      value: number,
      unit: z.enum(['亿人', '万亿token'], 'is neither 亿人 nor 万亿token'),
      /** Users in a hundred inhabitants. */
      penetration: numberOrNone,
      note,
      sources,
      confidence,
    }),
  },
} as const;

export type TableName = keyof typeof tables;
export type Row<N extends TableName> = z.output<(typeof tables)[N]['row']>;
export type Event = Row<'timeline'>;

export const tableNames = Object.keys(tables) as TableName[];

/** The tables that a chapter shows in the same way. */
export function tablesShownAs(shown: 'chart' | 'table'): TableName[] {
  return tableNames.filter((name) => tables[name].shown === shown);
}

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
