import type { Random } from '../../src/lab/random.ts';

/** What breaks parsers, and what would be harmful in a page. */
const splinters = [
  ...[
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '|',
    '$',
    '$$',
    '`',
    '```',
    '*',
    '**',
    '~~',
    '#',
    '---',
    ':',
    ': ',
    '"',
  ],
  ...["'", '\\', '&', '&lt;', '%', '!', '\t', '  ', '\n', '\n\n', '\r\n', '\r', '\u0000', '\ufeff', '\u2028'],
  ...['\u202e', '\u200b', '\u2060', '\ud800', '𠮷', '👩‍👩‍👧', 'שלום', 'é', '，', '9'.repeat(40)],
  ...[
    '</script>',
    '<script>alert(1)</script>',
    '<script>',
    '<!-- ',
    ' -->',
    '<![CDATA[',
    '<?php',
    '<svg onload=alert(1)>',
  ],
  ...[
    '<img src="x" onerror="alert(1)" />',
    '[甲](javascript:alert(1))',
    '<a href="javascript:alert(1)">甲</a>',
  ],
  ...[
    '<iframe src="https://example.org"></iframe>',
    '<Note',
    '<Note id="x">',
    '</Note>',
    '</Supplement>',
    '<Lab of="x" />',
  ],
  ...[
    '{alert(1)}',
    '{/* #sources */}',
    '{/*',
    '*/}',
    'export const a = 1',
    'import x from "node:fs"',
    '<>',
    '</>',
  ],
  ...[
    '\\frac{',
    '\\href{javascript:alert(1)}{x}',
    '\\htmlClass{x}{y}',
    '\\def\\a{\\a\\a}\\a',
    '\\begin{aligned}',
    '\\end{x}',
  ],
  ...[
    'click A "javascript:alert(1)"',
    'A --> ',
    'end',
    'subgraph 甲',
    '%%{init: {"securityLevel":"loose"}}%%',
    'graph LR',
  ],
  ...[
    '- ',
    '? ',
    '&a',
    '*a',
    '<<: *a',
    '!!js/function',
    '|',
    '>-',
    ',',
    ',,,',
    '""',
    '2026-13-45',
    '-1',
    'NaN',
    '1e999',
  ],
];

/** Changes a text in one to four places. The same random numbers make the same changes. */
export function mutate(text: string, random: Random): string {
  const below = (end: number): number => Math.floor(random() * end);
  const changes: ((from: string) => string)[] = [
    (from) => insert(from, below(from.length + 1), splinters[below(splinters.length)] ?? ''),
    (from) => insert(from, below(from.length + 1), splinters[below(splinters.length)] ?? ''),
    (from) => insert(from, below(from.length + 1), '一个Word又3.14，'.charAt(below(13)).repeat(1 + below(3))),
    (from) => cut(from, below(from.length), 1 + below(20)),
    (from) => {
      const [at, length] = [below(from.length), 1 + below(80)];
      return insert(from, below(from.length + 1), from.slice(at, at + length));
    },
    (from) => {
      const lines = from.split('\n');
      const [one, other] = [below(lines.length), below(lines.length)];
      [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
      return lines.join('\n');
    },
    (from) => from.slice(0, below(from.length)),
    (from) => insert(from, below(from.length + 1), '(（[{<'.charAt(below(5)).repeat(1 + below(300))),
  ];
  let changed = text;
  // Most with one change: of several the first that is refused hides the others.
  for (let count = 1 + Math.max(0, below(6) - 2); count > 0; count--)
    changed = changes[below(changes.length)]?.(changed) ?? changed;
  return changed;
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function cut(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}
