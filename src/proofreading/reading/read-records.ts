import type { z } from 'astro/zod';
import { isMap, isScalar, LineCounter, type Document } from 'yaml';
import { parseYaml } from '../../build/parse-yaml.ts';
import type { Problem } from '../../build/problem.ts';

/** An entry of a file of records, and where its parts stand. */
export interface ReadRecord {
  key: string;
  value: Record<string, unknown>;
  /** Place of the key, or of one of its fields. */
  placeOf: (field?: string) => { line: number; column: number };
}

/** What a file of records is, for what is said of it. */
export interface RecordFile {
  /** Path, for the problems. */
  file: string;
  /** reference, term: the first word of its rules. */
  noun: string;
  schema: z.ZodType;
  /** The file that says what an entry holds. */
  schemaFile: string;
}

/**
 * Reads a YAML file that maps keys to records, and what is wrong with it.
 *
 * @param text YAML
 * @returns all entries, wrong ones too, and problems with their places
 */
export function readRecords(
  text: string,
  { file, noun, schema, schemaFile }: RecordFile,
): { records: ReadRecord[]; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseYaml(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line, column: col };
  };
  if (document.errors.length) {
    const problems = document.errors.map((error) => ({
      file,
      ...at(error.pos[0]),
      ...(error.code === 'DUPLICATE_KEY'
        ? {
            rule: `${noun}-twice`,
            reason: 'This key stands in the file already, and keys are addresses.',
            remedy: 'Give it another key, or delete one of the two.',
          }
        : {
            rule: `${noun}s-syntax`,
            reason: `The file is not YAML: ${error.message}`,
            remedy:
              'Put a text that holds : # or quotation marks into quotation marks, and mind the indentation.',
          }),
    }));
    return { records: [], problems };
  }

  const entries = (document.toJS() ?? {}) as Record<string, unknown>;
  const records = Object.entries(entries).map(([key, value]) => ({
    key,
    value: (value ?? {}) as Record<string, unknown>,
    placeOf: (field?: string) => at(offsetOf(document, field === undefined ? [key] : [key, field])),
  }));
  const problems = (schema.safeParse(entries).error?.issues ?? []).map((issue) => {
    const path = issue.path.map(String);
    const missing = path.length > 1 && !document.hasIn(path);
    const place = { file, ...at(offsetOf(document, path)) };
    if (missing) {
      return {
        ...place,
        rule: `${noun}-incomplete`,
        reason: `"${path[0] ?? ''}" lacks "${path.slice(1).join('.')}".`,
        remedy: `Add a line ${path.slice(1).join('.')}: …; ${schemaFile} says what it may be.`,
      };
    }
    return {
      ...place,
      rule: `${noun}-malformed`,
      reason: `"${path.join('.')}": ${issue.message}.`,
      remedy: `${schemaFile} says what an entry holds.`,
    };
  });
  return { records, problems };
}

/** Where a key stands, or the nearest one above that exists. */
function offsetOf(document: Document, path: string[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length > 1 ? document.getIn(path.slice(0, length - 1)) : document.contents;
    if (!isMap(parent)) continue;
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === path[length - 1]);
    if (isScalar(pair?.key)) return pair.key.range?.[0];
  }
  return undefined;
}
