import type { APIRoute, GetStaticPaths } from 'astro';
import { tableTexts } from '../../book/data/contents.ts';
import { tableNames, type TableName } from '../../book/data/tables.ts';

export const getStaticPaths = (() =>
  tableNames.map((table) => ({ params: { table } }))) satisfies GetStaticPaths;

/** The tables of the data, to download. */
export const GET: APIRoute = ({ params }) => new Response(tableTexts[params.table as TableName]);
