import { LineCounter } from 'yaml';
import { parseYaml } from '../../build/parse-yaml.ts';
import type { Problem } from '../../build/problem.ts';
import type { Targets } from '../../markdown/links/rehype-targets.ts';

/** Where links and pictures of the article lead on this site; a book need not have it. */
export const targetsFile = 'content/article/targets.yaml';

/**
 * Reads where links and pictures of the article lead.
 *
 *     '#一背景': '#background'
 *     https://img.example.com/a.png: /figures/a.png
 *
 * @param text YAML, '' without the file
 */
export function readTargets(text: string): { targets: Targets; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseYaml(text, { lineCounter: lines, prettyErrors: false });
  const wrong = (offset: number, reason: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return {
      file: targetsFile,
      line,
      column: col,
      rule: 'targets-malformed',
      reason,
      remedy:
        "Write a line for each address: the article's, a colon, and the one on this site, both in quotation marks.",
    };
  };
  if (document.errors.length)
    return {
      targets: {},
      problems: document.errors.map(({ pos, message }) => wrong(pos[0], `The file is not YAML: ${message}`)),
    };
  const targets: unknown = document.toJS() ?? {};
  if (!isTargets(targets))
    return { targets: {}, problems: [wrong(0, 'The file does not map addresses to addresses.')] };
  return { targets, problems: [] };
}

function isTargets(value: unknown): value is Targets {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((target) => typeof target === 'string')
  );
}
