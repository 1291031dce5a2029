import type { z } from 'astro/zod';
import { isMap, isScalar, LineCounter, type Document } from 'yaml';
import { chapterSchema, type ChapterData } from '../../book/chapter-schema.ts';
import { nearest } from '../../build/nearest.ts';
import { parseYaml } from '../../build/parse-yaml.ts';
import type { Problem } from '../../build/problem.ts';

export interface Frontmatter {
  /** Undefined when it is wrong. */
  data: ChapterData | undefined;
  problems: Problem[];
}

/**
 * Reads a chapter's frontmatter and holds it against the schema, with the place of each fault.
 *
 * @param file path, for the problems
 * @param text the whole file
 */
export function readFrontmatter(file: string, text: string): Frontmatter {
  const yaml = /^---\n([\s\S]*?\n)?---(?=\n|$)/.exec(text)?.[1];
  if (yaml === undefined) {
    const problem = {
      ...{ file, line: 1, column: 1, rule: 'frontmatter-missing' },
      reason: 'The file does not begin with a frontmatter.',
      remedy: 'Begin it with a line ---, kind: chapter, numeral: and title:, and a line --- again.',
    };
    return { data: undefined, problems: [problem] };
  }
  const lines = new LineCounter();
  const document = parseYaml(yaml, { lineCounter: lines, prettyErrors: false });
  // The first line of the YAML is the second of the file.
  const placeOf = (offset: number | undefined) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: line + 1, column: col };
  };

  const syntax = document.errors.map((error) => ({
    file,
    // A quotation mark that is missing is missed only at the end: the last word is nearer to it.
    ...placeOf(Math.min(error.pos[0], yaml.trimEnd().length - 1)),
    rule: 'frontmatter-syntax',
    reason: `The frontmatter is not YAML: ${error.message}`,
    remedy: 'Put a text that holds : # or quotation marks into quotation marks, and mind the indentation.',
  }));
  if (syntax.length) return { data: undefined, problems: syntax };
  const parsed = chapterSchema.safeParse(document.toJS());
  const problems = (parsed.error?.issues ?? []).flatMap((issue) =>
    describe(issue, document).map(({ offset, ...said }) => ({ file, ...placeOf(offset), ...said })),
  );
  return { data: parsed.data, problems };
}

type Said = Pick<Problem, 'rule' | 'reason' | 'remedy' | 'candidates'> & { offset: number | undefined };

function describe(issue: z.core.$ZodIssue, document: Document): Said[] {
  const path = issue.path.map(String);
  const name = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      offset: offsetOf(document, [...path, key]),
      rule: 'frontmatter-unknown-key',
      reason: `The frontmatter has no key "${key}".`,
      remedy: 'Correct its name, or delete the line.',
      candidates: nearest(key, knownKeys()),
    }));
  }
  if (!document.hasIn(issue.path)) {
    return [
      {
        offset: undefined,
        rule: 'frontmatter-missing-key',
        reason: `The frontmatter lacks "${name}".`,
        remedy: `Add a line ${name}: …`,
      },
    ];
  }
  return [
    {
      offset: offsetOf(document, path),
      rule: 'frontmatter-wrong-value',
      reason: `"${name}" of the frontmatter is wrong: ${issue.message}.`,
      remedy: 'src/book/chapter-schema.ts says what it may be.',
    },
  ];
}

function knownKeys(): Set<string> {
  return new Set(chapterSchema.options.flatMap((option) => Object.keys(option.shape)));
}

/** Where a key stands in the YAML. */
function offsetOf(document: Document, path: string[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
