import { entriesOf } from '../build/problem.ts';
import type { Finding } from './finding.ts';

/**
 * Says all findings in the order of the book.
 *
 * @param findings at least one
 * @param outcome what comes of them
 * @returns text for a terminal: place and rule, reason, remedy and candidates of each, then their number and the
 *   entries of the catalogue that say more
 */
export function report(findings: Finding[], outcome = 'nothing was built'): string {
  const files = new Set(findings.map(({ file }) => file)).size;
  const sum = `${count(findings.length, 'problem')} in ${count(files, 'file')}: ${outcome}.`;
  return [...inOrder(findings).map(entry), `${sum}\n${entriesOf(findings)}`].join('\n\n');
}

/** The order of the book. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** content/chapters/05-maths.mdx:7:3 */
export function sayPlace({ file, line, column }: Finding): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

function entry(finding: Finding): string {
  const { rule, reason, remedy, candidates } = finding;
  const lines = [`${sayPlace(finding)}  ${rule}`, indent(reason), indent(`→ ${remedy}`)];
  if (candidates?.length) lines.push(indent(`nearest: ${candidates.join(', ')}`));
  return lines.join('\n');
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
