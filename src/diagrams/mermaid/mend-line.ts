import { normaliseColour } from '../theme/colour.ts';

/** A line as it may have been meant, and what is wrong with it as it stands. */
export interface Mend {
  reason: string;
  line: string;
}

type Rule = (line: string, keyword: string) => Mend | undefined;

const FLOWCHART = /^(?:flowchart|graph)$/;
const QUOTED = /"[^"]*"/g;
const HAN = /[\u2e80-\u9fff\uff00-\uffef]/;

/** Kinds whose grammar takes Chinese in double quotes alone. */
const QUOTES_CHINESE = /^(?:xychart|gitGraph|treemap|requirement|block|packet|pie|quadrantChart|C4)/;
const CHINESE = /[\w(]*[\u2e80-\u9fff][^":,[\]{}|\n]*/g;

const FULL_WIDTH: Record<string, string> = {
  '：': ': ',
  '；': ';',
  '，': ', ',
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '｜': '|',
  '“': '"',
  '”': '"',
  '—': '-',
  '－': '-',
  '＞': '>',
};

const RULES: Rule[] = [
  function wordEnd(line, keyword) {
    if (!FLOWCHART.test(keyword) || line.trim() === 'end') return undefined;
    return changed(
      line,
      line.replace(/(?<=^|[\s>|&])end(?=\s*(?:$|[-=&;[({]))/g, 'End'),
      'the word "end" closes a subgraph',
    );
  },
  function titleOfSubgraph(line, keyword) {
    if (!FLOWCHART.test(keyword)) return undefined;
    const mended = line.replace(/^(\s*subgraph\s+)([^"[\n]*[()[\]{}].*)$/, '$1g1["$2"]');
    return changed(line, mended, 'a title with brackets needs an id before it and double quotes');
  },
  function label(line, keyword) {
    if (!FLOWCHART.test(keyword) && !/^(?:mindmap|kanban|block)/.test(keyword)) return undefined;
    const quote = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;
    const mended = line
      .replace(NODE, (whole, before: string, label: string, after: string) =>
        SPECIAL.test(label) && !/^".*"$/.test(label) ? before + quote(label) + after : whole,
      )
      .replace(/\[([/\\][^\]"]*[^/\\\]"])\]/g, (_, label: string) => `[${quote(label)}]`)
      .replace(/\|([^|"]*[()[\]{}][^|"]*)\|/g, (_, label: string) => `|${quote(label)}|`);
    return changed(
      line,
      mended,
      'a label with brackets, slashes or quotation marks in it must stand in double quotes',
    );
  },
  function semicolon(line, keyword) {
    if (!keyword.startsWith('sequence')) return undefined;
    const mended = line.replace(/(?<=:.*);/g, '#59;');
    return changed(line, mended, 'a semicolon ends a message');
  },
  function colon(line, keyword) {
    if (!keyword.startsWith('sequence') || /[:：]/.test(line) || !/->|--?[x)>]/.test(line)) return undefined;
    return { reason: 'a message has a text behind a colon', line: `${line}: …` };
  },
  function chinese(line, keyword) {
    if (!QUOTES_CHINESE.test(keyword)) return undefined;
    const mended = outsideQuotes(line, (text) =>
      text.replace(CHINESE, (words) => `"${words.trim()}"${/\s*$/.exec(words)?.[0] ?? ''}`),
    );
    return changed(line, mended, 'Chinese must stand in double quotes here');
  },
  function colour(line) {
    if (!/^\s*(?:style|classDef|linkStyle)\s/.test(line)) return undefined;
    const mended = line.replace(/(?:rgb|hsl)a?\([^)]*\)/g, (written) => normaliseColour(written) ?? written);
    return changed(line, mended, 'a colour with brackets is no syntax here');
  },
  function fullWidth(line) {
    const mended = outsideQuotes(line, (text) =>
      text.replace(/[：；，（）【】｛｝｜“”—－＞]/g, (mark) => FULL_WIDTH[mark] ?? mark),
    ).trimEnd();
    return changed(line, mended, 'full-width marks are no syntax');
  },
  function comment(line, keyword) {
    if (!keyword.startsWith('er')) return undefined;
    const mended = line.replace(/^(\s*\S+\s+\S+\s+)(?!PK|FK|UK)([^"\s].*)$/, '$1"$2"');
    return changed(
      line,
      mended,
      'what stands behind an attribute is PK, FK, UK or a comment in double quotes',
    );
  },
];

const SPECIAL = /[()[\]{}"]/;
/** A node's label up to the bracket behind which the node ends. */
const NODE =
  /([\w\u2e80-\u9fff-]+(?:\[|\(|\{))(?!["[({/\\])(.+?)((?:\]|\)|\})(?=\s*(?:$|;|:::|@|&|-|=|<|~|o--|x--)))/g;

/** Returns how a line was probably meant that Mermaid cannot read; nothing where that cannot be told. */
export function mendLine(line: string, keyword: string): Mend | undefined {
  for (const rule of RULES) {
    const mend = rule(line, keyword);
    if (mend) return mend;
  }
  return undefined;
}

/** What may be said of a kind whose names are Latin. */
export function hintFor(line: string, keyword: string): string {
  if (!HAN.test(line.replace(QUOTED, ''))) return '';
  if (keyword.startsWith('sankey')) return ' A sankey takes no Chinese at all; use another kind.';
  if (/^(?:eventmodeling|architecture|radar|state|venn|usecase|wardley)/.test(keyword))
    return ' Names take no Chinese here: give it a Latin name, and the Chinese as its label.';
  return '';
}

function changed(line: string, mended: string, reason: string): Mend | undefined {
  return mended === line ? undefined : { reason, line: mended };
}

function outsideQuotes(line: string, change: (text: string) => string): string {
  return line
    .split(/("[^"]*")/)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join('');
}
