/** Where a diagram begins inside its source. */
export interface DiagramHead {
  /** The first word of the diagram itself, for example `flowchart`; empty when there is none. */
  keyword: string;
  /** 1-based line of the keyword. */
  line: number;
}

/**
 * Finds the keyword of a source, past front matter, directives (`%%{init: …}%%`), comments and blank lines.
 */
export function findHead(source: string): DiagramHead {
  const lines = source.split('\n');
  let index = lines.findIndex((line) => line.trim() !== '');
  if (lines[index]?.trim() === '---') {
    const end = lines.findIndex((line, at) => at > index && line.trim() === '---');
    if (end >= 0) index = end + 1;
  }
  let inDirective = false;
  for (; index >= 0 && index < lines.length; index++) {
    const line = lines[index]?.trim() ?? '';
    if (line.startsWith('%%{')) inDirective = true;
    if (inDirective) {
      if (line.includes('}%%')) inDirective = false;
      continue;
    }
    if (line === '' || line.startsWith('%%')) continue;
    return { keyword: /^[^\s:;{[(]+/.exec(line)?.[0] ?? '', line: index + 1 };
  }
  return { keyword: '', line: 1 };
}
