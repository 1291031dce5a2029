import { DiagramError } from '../diagram-error.ts';
import type { DiagramFault } from '../diagram.ts';
import { findHead } from './diagram-head.ts';
import { isKeyword } from './keywords.ts';

/** Characters of a source; Mermaid draws a box that says so instead of a longer one. */
export const LONGEST_SOURCE = 50_000;

interface Refusal extends Pick<DiagramFault, 'rule' | 'remedy'> {
  /** Whose statement it is; of all kinds if not given. */
  kinds?: RegExp;
  pattern: RegExp;
  reason: (text: string) => string;
}

const SCRIPT = String.raw`(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:`;

/** What Mermaid would drop without a word, draw as its source, or need something for that a still picture has not. */
const REFUSALS: Refusal[] = [
  {
    rule: 'diagram-script',
    kinds: /^(?:flowchart|graph|class|state|gantt)/,
    pattern: /^[ \t]*(?:click[ \t]+\S+[ \t]+(?!href\b)[A-Za-z_$][\w$.]*|callback[ \t]+\S).*/m,
    reason: (text) => `A click that calls a script, "${text}", cannot work: diagrams are still pictures.`,
    remedy: 'Link to an address instead, as in: click A href "/maths/#x".',
  },
  {
    rule: 'diagram-script',
    kinds: /^sequence/,
    pattern: /^[ \t]*links?[ \t]+[^:\n]+:.*/m,
    reason: (text) => `The links of a participant, "${text}", are a menu, which needs a script.`,
    remedy: 'Put the links into the text below the diagram.',
  },
  {
    rule: 'diagram-unsafe-link',
    pattern: /(?<=@\{[^}]*)\bimg[ \t]*:.*|<img\b.*/im,
    reason: (text) => `A node that loads a picture, "${text}", cannot be drawn.`,
    remedy: 'Give the node a label instead; a diagram must not load anything.',
  },
  {
    rule: 'diagram-unsafe-link',
    pattern: new RegExp(
      String.raw`(?<=^[ \t]*(?:click|link)\b.*["'])\s*${SCRIPT}.*|(?<=(?:\bhref\s*=|\$link\s*=)\s*["']?)\s*${SCRIPT}.*`,
      'im',
    ),
    reason: (text) => `The link "${text}" is a script, not an address.`,
    remedy: 'Link to a page: "#id", "/chapter/#id" or "https://…".',
  },
  {
    rule: 'diagram-undrawable',
    pattern: /\$\$[^\n$]+\$\$/,
    reason: (text) => `The formula "${text}" cannot be set in a diagram.`,
    remedy: 'Write it in plain characters, as in "x²", or in the text beside the diagram.',
  },
];

/** A statement that draws nothing by itself. */
const EMPTY =
  /^[ \t]*(?:title\b.*|acc(?:Title|Descr)\b.*|direction\b.*|showData|columns\b.*|dateFormat\b.*|-beta)?[ \t;:]*$/gm;
const DIRECTION = /^[ \t:]*(?:TB|TD|BT|RL|LR)?[ \t;:]*$/m;

/**
 * Refuses what Mermaid would drop without a word, draw as its source, or need something for that a still picture has not.
 *
 * @throws DiagramError with the line
 */
export function refuseUndrawable(source: string): void {
  const head = findHead(source);
  if (source.length > LONGEST_SOURCE)
    throw new DiagramError({
      rule: 'diagram-undrawable',
      line: head.line,
      reason: `The diagram has ${thousands(source.length)} characters; ${thousands(LONGEST_SOURCE)} are the most.`,
      remedy: 'Draw it in parts.',
    });
  if (/^(?:error|info)$/.test(head.keyword))
    throw new DiagramError({
      rule: 'diagram-unknown-type',
      line: head.line,
      column: 1,
      reason: `"${head.keyword}" is no kind of diagram, but Mermaid's word about itself.`,
      remedy: 'Begin with the kind that is meant, for example "flowchart TD".',
    });
  // Comments are blanked, not taken out: places stay.
  const text = source.replace(/^[ \t]*%%(?!\{).*/gm, (comment) => ' '.repeat(comment.length));
  for (const { rule, kinds, pattern, reason, remedy } of REFUSALS) {
    const found = !kinds || kinds.test(head.keyword) ? pattern.exec(text) : null;
    if (!found) continue;
    const start = found.index + found[0].search(/\S/);
    const before = text.slice(0, start).split('\n');
    throw new DiagramError({
      rule,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      reason: reason(found[0].trim()),
      remedy,
    });
  }
  refuseEmpty(text, head);
}

function refuseEmpty(text: string, { keyword, line }: { keyword: string; line: number }): void {
  const [first = '', ...rest] = text.split('\n').slice(line - 1);
  const body = [first.trim().slice(keyword.length).replace(DIRECTION, ''), ...rest].join('\n');
  if (!isKeyword(keyword) || body.replace(EMPTY, '').trim()) return;
  throw new DiagramError({
    rule: 'diagram-undrawable',
    line,
    reason: `There is nothing in the "${keyword}" diagram.`,
    remedy: 'Write what it shows below its first line, or delete it.',
  });
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}
