import { DiagramError } from '../diagram-error.ts';
import { findHead } from '../source/diagram-head.ts';
import { KEYWORDS, nearestKeywords } from '../source/keywords.ts';

/** The shapes that Mermaid's errors come in: jison's parser, langium's, and plain ones. */
interface MermaidFailure {
  name?: string;
  message?: string;
  hash?: {
    line?: number;
    loc?: { first_line?: number; first_column?: number };
    text?: string;
    expected?: string[];
  };
}

/**
 * Says what Mermaid threw in terms of the source.
 *
 * @param thrown whatever `mermaid.render` rejected with
 * @param parsed the text that Mermaid's parser saw: the source without what stands before the diagram
 */
export function explainFailure(thrown: unknown, source: string): DiagramError {
  const failure = (
    typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }
  ) as MermaidFailure;
  const message = failure.message ?? '';
  const head = findHead(source);
  if (failure.name === 'UnknownDiagramError' || /No diagram type detected/.test(message))
    return unknownType(head);

  const place = placeOf(failure, message);
  const line = place?.line === undefined ? undefined : fitLine(place.line, source, head.line);
  const quoted = line === undefined ? '' : (source.split('\n')[line - 1] ?? '').trim();
  return new DiagramError({
    rule: 'diagram-syntax',
    line: line ?? head.line,
    column: line === undefined ? undefined : place?.column,
    reason: `Mermaid cannot read ${quoted ? `"${quoted}"` : `this "${head.keyword}" diagram`}: ${summarise(failure, message)}.`,
    remedy: `Correct the line; the grammar is at https://mermaid.js.org/ under "${head.keyword}".${hintFor(head.keyword, source)}`,
  });
}

function unknownType(head: { keyword: string; line: number }): DiagramError {
  const candidates = nearestKeywords(head.keyword);
  return new DiagramError({
    rule: 'diagram-unknown-type',
    line: head.line,
    column: 1,
    reason: head.keyword ? `"${head.keyword}" is no kind of diagram.` : 'The diagram is empty.',
    remedy: candidates[0]
      ? `Did you mean "${candidates[0]}"?`
      : `Begin with one of: ${KEYWORDS.slice(0, 12).join(', ')} …`,
    candidates: candidates.length > 0 ? candidates : undefined,
  });
}

function placeOf(failure: MermaidFailure, message: string): { line?: number; column?: number } | undefined {
  const location = failure.hash?.loc;
  if (location?.first_line) {
    return { line: location.first_line, column: (location.first_column ?? 0) + 1 };
  }
  if (failure.hash?.line !== undefined) return { line: failure.hash.line + 1 };
  const langium = /line[: ]+(\d+),? *(?:column[: ]+(\d+))?/i.exec(message);
  if (langium) return { line: Number(langium[1]), ...(langium[2] ? { column: Number(langium[2]) } : {}) };
  return undefined;
}

/** Parsers name the line after the last when something is missing at the end. */
function fitLine(line: number, source: string, first: number): number {
  const count = source.replace(/\s+$/, '').split('\n').length;
  return Math.min(Math.max(line, first), count);
}

function summarise(failure: MermaidFailure, message: string): string {
  const expected = /Expecting (?:token of type )?(.*?)(?:, got|\n|$)/.exec(message)?.[1];
  const got = /got '?([\w$]+)'?/.exec(message)?.[1] ?? failure.hash?.text;
  if (expected && got) return `it expected ${shorten(expected)} and found ${got}`;
  const lines = message.split('\n').filter((line) => line.trim() && !/^[-^.\s]+$/.test(line));
  return shorten((lines[0] ?? 'it gives no reason').replace(/^Error:\s*/, '').replace(/[.:]\s*$/, ''));
}

function shorten(text: string): string {
  const single = text.replace(/\s+/g, ' ').trim();
  return single.length > 120 ? `${single.slice(0, 117)}…` : single;
}

/** Kinds whose grammar takes Chinese only in quotes, or not at all. */
function hintFor(keyword: string, source: string): string {
  if (!/[\u3000-\u9fff\uff00-\uffef]/.test(source)) return '';
  if (/^sankey/.test(keyword)) return ' A sankey takes no Chinese at all; use another kind.';
  if (/^(?:xychart|gitGraph|quadrantChart)/.test(keyword))
    return ' Chinese must stand in double quotes here.';
  return '';
}
