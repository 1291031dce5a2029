import filings from '../../../content/data/filings.csv?raw';
import prices from '../../../content/data/prices.csv?raw';
import timeline from '../../../content/data/timeline.csv?raw';
import usage from '../../../content/data/usage.csv?raw';
import type { TableName } from './tables.ts';

/** The files as they are published. */
export const tableTexts: Record<TableName, string> = { filings, prices, timeline, usage };
