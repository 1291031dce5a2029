import type { TableRows } from './data/find-cell.ts';
import type { TableName } from './data/tables.ts';
import type { Citation } from './model.ts';

/** The same as remark-citations hands it over: a chart, or a table of data, cites what the rows of its table name. */
export type FoundCitation = Citation | { id: string; table: TableName };

/** The keys that a place cites, in their order. */
export function citationOf(found: FoundCitation, tables: TableRows): Citation {
  if (!('table' in found)) return found;
  return { id: found.id, keys: [...new Set(tables[found.table].flatMap(({ sources }) => sources))] };
}
