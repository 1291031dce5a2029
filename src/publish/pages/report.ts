import { entriesOf } from '../../build/problem.ts';
import type { Finding } from './finding.ts';

/**
 * Says all findings, by file. What is wrong with a layout is wrong on every page, and is said once.
 *
 * @param findings at least one
 * @returns text for a terminal: place and rule, reason, remedy and candidates of each, then their number and the
 *   entries of the catalogue that say more
 */
export function report(findings: Finding[]): string {
  const sorted = findings.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const alike = Map.groupBy(sorted, ({ rule, reason }) => `${rule} ${reason}`);
  const files = new Set(findings.map(({ file }) => file)).size;
  const sum = `${count(findings.length, 'problem')} in ${count(files, 'built file')}: the site was taken away again.`;
  return [...[...alike.values()].map(describe), `${sum}\n${entriesOf(findings)}`].join('\n\n');
}

function describe(alike: Finding[]): string {
  const [first] = alike as [Finding];
  const files = [...new Set(alike.map(({ file }) => `dist/${file}`))];
  const places = files.length > 3 ? `${files[0]} and ${files.length - 1} more files` : files.join(', ');
  const nearest = first.candidates?.length ? `\n  nearest: ${first.candidates.join(', ')}` : '';
  return `${places}  ${first.rule}\n  ${first.reason}\n  → ${first.remedy}${nearest}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
