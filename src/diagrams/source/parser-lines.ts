/**
 * What Mermaid takes away before its parsers see the source, in this order: front matter, directives,
 * comments with the blank lines before them, and leading blanks (its `preprocessDiagram`).
 */
const TAKEN = [
  /^\s*---\s*\n[\s\S]*?\n\s*---\s*\n/,
  /%{2}\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%{2}).|\r?\n)*)?\s*(?:\}%{2})?/g,
  /^\s*%%(?!\{)[^\n]+\n?/gm,
  /^\s+/,
];

/**
 * The lines of the source that the lines a parser counts are.
 *
 * @returns 1-based source lines, the parser's first one at index 0
 */
export function linesSeenByParser(source: string): number[] {
  let seen = [...source.split('\n').entries()].flatMap(([index, text]) =>
    Array.from(`${text}\n`, (character) => ({ character, line: index + 1 })),
  );
  for (const pattern of TAKEN) seen = withoutMatches(seen, pattern);

  const lines: number[] = [];
  let first: number | undefined;
  for (const { character, line } of seen) {
    first ??= line;
    if (character !== '\n') continue;
    lines.push(first);
    first = undefined;
  }
  return lines;
}

function withoutMatches<T extends { character: string }>(seen: readonly T[], pattern: RegExp): T[] {
  const text = seen.map(({ character }) => character).join('');
  // Positions count UTF-16 units, of which an emoji has two: find the characters by summing up.
  const gone = new Set<number>();
  const matches = pattern.global
    ? [...text.matchAll(pattern)]
    : [pattern.exec(text)].filter((match) => match !== null);
  for (const { index, 0: match } of matches)
    for (let at = index; at < index + match.length; at++) gone.add(at);
  let position = 0;
  return seen.filter(({ character }) => {
    const at = position;
    position += character.length;
    return !gone.has(at);
  });
}
