import { DiagramError } from '../diagram-error.ts';
import { findHead } from '../source/diagram-head.ts';
import { linesSeenByParser } from '../source/parser-lines.ts';
import { KEYWORDS, nearestKeyword } from '../source/keywords.ts';
import { findFailedStatement, type FailedStatement } from './failed-statement.ts';
import { hintFor, mendLine } from './mend-line.ts';

/** The shapes that Mermaid's errors come in: jison's parser, langium's, and plain ones. */
interface MermaidFailure {
  name?: string;
  message?: string;
  mark?: { line: number; column: number };
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
 */
export function explainFailure(thrown: unknown, source: string): DiagramError {
  const failure = (
    typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }
  ) as MermaidFailure;
  const message = failure.message ?? '';
  const head = findHead(source);
  if (failure.name === 'UnknownDiagramError' || /No diagram type detected/.test(message))
    return unknownType(head);
  const limit = /Edge limit exceeded.*limit is (\d+)/.exec(message)?.[1];
  if (limit)
    return new DiagramError({
      rule: 'diagram-undrawable',
      line: head.line,
      reason: `The diagram has more than ${Number(limit).toLocaleString('en')} connections.`,
      remedy: 'Draw it in parts.',
    });

  const statement = findFailedStatement(message, head.keyword, source);
  if (statement) return syntaxFault(statement, source);
  const place = placeOf(failure, message, source) ?? placeOfQuotation(message, source);
  const line = source.split('\n')[(place?.line ?? 0) - 1] ?? '';
  const mend = mendLine(line, head.keyword);
  const quoted = line.trim() ? `"${line.trim()}"` : `this "${head.keyword}" diagram`;
  return new DiagramError({
    rule: 'diagram-syntax',
    line: place?.line ?? head.line,
    column: place?.column,
    reason: `Mermaid cannot read ${quoted}: ${mend?.reason ?? summarise(failure, message)}.`,
    remedy: mend
      ? `Write it as: ${mend.line.trim()}`
      : failure.mark
        ? 'Correct the front matter, which is YAML: a value with a colon in it stands in quotes, and brackets are closed.'
        : `Correct the line; the grammar is at https://mermaid.js.org/ under "${head.keyword}".${hintFor(line, head.keyword)}`,
  });
}

/** Says of a statement of a source what is wrong with it. */
export function syntaxFault({ line, reason, remedy }: FailedStatement, source: string): DiagramError {
  const text = source.split('\n')[line - 1] ?? '';
  return new DiagramError({
    rule: 'diagram-syntax',
    line,
    column: text.search(/\S/) + 1,
    reason: `Mermaid cannot read "${text.trim()}": ${reason}.`,
    remedy,
  });
}

function unknownType(head: { keyword: string; line: number }): DiagramError {
  const nearest = nearestKeyword(head.keyword);
  return new DiagramError({
    rule: 'diagram-unknown-type',
    line: head.line,
    column: 1,
    reason: head.keyword ? `"${head.keyword}" is no kind of diagram.` : 'The diagram is empty.',
    remedy: nearest
      ? `Did you mean "${nearest}"?`
      : `Begin with one of: ${KEYWORDS.slice(0, 12).join(', ')} …`,
    candidates: nearest ? [nearest] : undefined,
  });
}

interface Place {
  line: number;
  column?: number;
}

function placeOf(failure: MermaidFailure, message: string, source: string): Place | undefined {
  // Front matter is YAML, whose parser counts from the line behind the dashes.
  if (failure.mark) {
    const line = failure.mark.line + 2;
    const isEnd = source.split('\n')[line - 1]?.trim() === '---';
    return isEnd ? { line: line - 1 } : { line, column: failure.mark.column + 1 };
  }
  const location = failure.hash?.loc;
  if (location?.first_line) {
    return { line: inSource(location.first_line, source), column: (location.first_column ?? 0) + 1 };
  }
  if (failure.hash?.line !== undefined) return { line: inSource(failure.hash.line + 1, source) };
  const langium = /line[: ]+(\d+),? *(?:column[: ]+(\d+))?/i.exec(message);
  if (!langium) return undefined;
  return {
    line: inSource(Number(langium[1]), source),
    ...(langium[2] ? { column: Number(langium[2]) } : {}),
  };
}

/** A line as the parser counts it, as one of the source. Some name the line behind the last one. */
function inSource(line: number, source: string): number {
  const lines = linesSeenByParser(source.trimEnd());
  return lines[Math.min(Math.max(line, 1), lines.length) - 1] ?? 1;
}

/** Some kinds give no place, but say what they stumble over: the one line that it stands in. */
function placeOfQuotation(message: string, source: string): Place | undefined {
  const [, ...quotations] = /["'`(]+([^"'`()]+)["'`)]+|:\s*(\S+)\s*$/.exec(message) ?? [];
  const quotation = quotations.find(Boolean)?.trim();
  if (!quotation) return undefined;
  const found = [...source.split('\n').entries()].filter(([, text]) => text.includes(quotation));
  const [only] = found;
  return found.length === 1 && only
    ? { line: only[0] + 1, column: only[1].indexOf(quotation) + 1 }
    : undefined;
}

function summarise(failure: MermaidFailure, message: string): string {
  const expected = /Expecting (?:token of type )?(.*?)(?:, got|\n|$)/.exec(message)?.[1];
  const token = /got '?([\w$]+)'?/.exec(message)?.[1] ?? failure.hash?.text;
  // jison's own number for the end of the text.
  const got = token === '1' || token === 'EOF' ? 'the end' : token;
  if (expected && got) return `it expected ${shorten(expected)} and found ${got}`;
  // An error of Mermaid's own code tells nothing to who wrote the source.
  if (/^(?:Cannot (?:read|set) propert|.*is not (?:a function|iterable|defined))/.test(message))
    return 'something in it is of no use to it, and it does not say what';
  const lines = message.split('\n').filter((line) => line.trim() && !/^[-^.\s]+$/.test(line));
  return shorten((lines[0] ?? 'it gives no reason').replace(/^Error:\s*/, '').replace(/[.:]\s*$/, ''));
}

function shorten(text: string): string {
  const single = text.replace(/\s+/g, ' ').trim();
  return single.length > 120 ? `${single.slice(0, 117)}…` : single;
}
