import filings from '../../../content/data/filings.csv?raw';
import prices from '../../../content/data/prices.csv?raw';
import timeline from '../../../content/data/timeline.csv?raw';
import usage from '../../../content/data/usage.csv?raw';
import type { TableRows } from './look-up.ts';
import { readTable } from './read-table.ts';
import type { TableName } from './tables.ts';

/** The files as they are published. */
export const tableTexts: Record<TableName, string> = { filings, prices, timeline, usage };

/** The data of the book. The proofreading has found nothing wrong in it. */
export const tableRows: TableRows = {
  filings: readTable('filings', filings).rows,
  prices: readTable('prices', prices).rows,
  timeline: readTable('timeline', timeline).rows,
  usage: readTable('usage', usage).rows,
};
