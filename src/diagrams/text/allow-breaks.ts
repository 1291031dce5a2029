import { glue } from '../mermaid/line-breaking.ts';
import { findHead } from '../source/diagram-head.ts';
import { BREAK_HERE } from './private-use.ts';

/** The labels of a line, by the kinds that break at blanks alone, or else put a hyphen between two Han. */
const LABELS: [kind: RegExp, labels: RegExp][] = [
  [/^timeline/, /.+/],
  [/^sequence/, /(?<=^[^:#]*:|^\s*(?:loop|alt|else|opt|par|and|critical|option|break)\s).+/],
];
const HAN = /[\u3000-\u9fff\uff00-\uffef]/;

/** A note over several participants, which is as wide as they stand apart, whatever it says. */
const WIDE_NOTE = /^(\s*note\s+over\s[^:,]+,[^:]+:\s*)(?!(?:no)?wrap:)/i;

/** Lets long Chinese labels be broken where one may. */
export function allowBreaks(source: string): string {
  const { keyword, line } = findHead(source);
  const labels = LABELS.find(([kind]) => kind.test(keyword))?.[1];
  if (!labels) return source;
  return source
    .split('\n')
    .map((text, index) =>
      index < line ? text : text.replace(labels, breakLabel).replace(WIDE_NOTE, '$1wrap:'),
    )
    .join('\n');
}

function breakLabel(label: string): string {
  return label
    .split(/(\s+|<br>)/)
    .map((word) => (HAN.test(word) ? glue([...word]).join(BREAK_HERE) : word))
    .join('');
}
