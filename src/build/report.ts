import type { Problem } from './problem.ts';

/** Says of every rule what it means. */
const catalogue = 'docs/errors.md';

/**
 * Returns all problems as text for a terminal, in the order of their places: place and rule, reason, remedy and
 * candidates of each, then their number and the entries of the catalogue that say more. What is wrong with a whole file is
 * told once, however many files have it: a fault of a layout is on every page.
 *
 * @param problems at least one
 * @param outcome what comes of them
 */
export function report(problems: readonly Problem[], outcome = 'nothing was built'): string {
  const alike = Map.groupBy(inOrder(problems), ({ file, line, column, rule, reason }) =>
    JSON.stringify([rule, reason, ...(line === undefined ? [] : [file, line, column])]),
  );
  const files = new Set(problems.map(({ file }) => file)).size;
  const sum = `${count(problems.length, 'problem')} in ${count(files, 'file')}: ${outcome}.`;
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  return [
    ...[...alike.values()].map(describe),
    [sum, ...rules.map((rule) => `see ${catalogue}#${rule}`)].join('\n'),
  ].join('\n\n');
}

/** Returns the problems by file, line and column. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Returns a place as terminals and editors know it: `content/chapters/05-maths.mdx:7:3`. */
export function formatPlace({ file, line, column }: Problem): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

function describe(alike: Problem[]): string {
  const [first] = alike as [Problem];
  const places = [...new Set(alike.map(formatPlace))];
  const shown = places.length > 3 ? `${places[0]} and ${places.length - 1} more files` : places.join(', ');
  const lines = [`${shown}  ${first.rule}`, indent(first.reason), indent(`→ ${first.remedy}`)];
  if (first.candidates?.length) lines.push(indent(`nearest: ${first.candidates.join(', ')}`));
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
