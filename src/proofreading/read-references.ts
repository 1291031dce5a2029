import { LineCounter, parseDocument } from 'yaml';
import { referencesSchema } from '../book/reference-schema.ts';
import type { Finding } from './finding.ts';

/**
 * Reads the keys of the references, and what is wrong with the file.
 *
 * @param file path, for the findings
 * @param text YAML
 */
export function readReferences(file: string, text: string): { keys: Set<string>; findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const syntax = document.errors.map((error) => ({
    file,
    ...placeOf(error.pos[0]),
    rule: 'references-syntax',
    reason: `The references are not YAML: ${error.message}`,
    remedy: 'Put a text that holds : # or quotation marks into quotation marks, and mind the indentation.',
  }));
  if (syntax.length) return { keys: new Set(), findings: syntax };

  const entries = (document.toJS() ?? {}) as Record<string, unknown>;
  const findings = (referencesSchema.safeParse(entries).error?.issues ?? []).map((issue) => {
    const node = document.getIn(issue.path, true) ?? document.getIn(issue.path.slice(0, 1), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    return {
      file,
      ...placeOf(range?.[0] ?? 0),
      rule: 'reference-malformed',
      reason: `"${issue.path.join('.')}": ${issue.message}.`,
      remedy: 'src/book/reference-schema.ts says what an entry holds.',
    };
  });
  return { keys: new Set(Object.keys(entries)), findings };
}
