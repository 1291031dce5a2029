import path from 'node:path';

export const catalogueFile = path.resolve(import.meta.dirname, '../../docs/errors.md');

/** Something to write that is wrong, and what the build says of it. */
export interface Example {
  /** Language of the fence: mdx, yaml, csv, html … */
  language: string;
  /** The file that it stands in; undefined where the fence names none. */
  file: string | undefined;
  text: string;
  /** What the catalogue says that the build says; '' while nobody knows. */
  said: string;
}

/** A rule of the build as the catalogue explains it. */
export interface Entry {
  rule: string;
  examples: Example[];
  /** Says that no content can be shown that causes it. */
  withoutExample: boolean;
}

const fence = /^(`{3,})(\w+)[ \t]*(.*)\n([\s\S]*?)^\1$/gm;

/**
 * Reads the catalogue. An entry is a title `### rule-name` and what stands below it; a fence is an example, and
 * the fence `text` that follows it is what the build says.
 *
 * @param markdown docs/errors.md
 */
export function readCatalogue(markdown: string): Entry[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const rule = part.slice(0, part.indexOf('\n')).trim();
      const examples: Example[] = [];
      for (const [, , language = '', file = '', text = ''] of part.matchAll(fence)) {
        const last = examples.at(-1);
        if (language === 'text' && last) last.said = text;
        else examples.push({ language, file: file || undefined, text, said: '' });
      }
      return { rule, examples, withoutExample: /^No example: /m.test(part) };
    });
}

/** Puts what the build says into the catalogue, behind each example in turn. */
export function renewCatalogue(markdown: string, said: string[]): string {
  const rest = [...said];
  const [head = '', ...parts] = markdown.split(/(?=^### )/m);
  const renewed = parts.map((part) =>
    part
      .replace(/\n*^```text\n[\s\S]*?^```$/gm, '')
      .replace(fence, (example) => `${example}\n\n\`\`\`text\n${rest.shift() ?? ''}\`\`\``),
  );
  return [head, ...renewed].join('');
}
