import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Book } from '../book.ts';
import type { ExportedPart } from '../export-part.ts';
import { writeIndex } from './write-index.ts';

/**
 * Writes the book as Markdown: a file for every part beside the cover, `llms-full.txt` with all of them, and
 * `llms.txt`, which lists them (see llmstxt.org).
 *
 * @param dist folder of the built site
 * @param parts in the order of reading
 */
export function writeMarkdown(dist: string, book: Book, parts: readonly ExportedPart[]): void {
  const sources = parts.flatMap((part) => part.sources);
  const withSources = (text: string, cited: ReadonlySet<string>): string => {
    const notes = sources.filter(({ key }) => cited.has(key)).map((source) => source.text);
    return notes.length ? `${text}\n${notes.join('\n')}` : text;
  };
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(dist, name), text);
  };
  const files = [...Map.groupBy(parts, fileOf)].map(([name, parts]) => ({
    name,
    text: joined(parts.map(({ markdown }) => markdown)),
    cited: new Set(parts.flatMap(({ markdown }) => markdown.cited)),
  }));
  for (const { name, text, cited } of files) write(`${name}.md`, withSources(text, cited));
  // The sources stand once, behind all.
  const whole = files.filter(({ name }) => name !== 'references');
  write('llms-full.txt', withSources(joined(whole), new Set(whole.flatMap(({ cited }) => [...cited]))));
  write('llms.txt', writeIndex(book, parts));
}

/** What the cover has behind the contents goes with what it has before them. */
function fileOf({ name }: ExportedPart): string {
  return name === 'closing' ? 'index' : name;
}

/** One below the other; the end of the book may have no text. */
function joined(pieces: readonly { text: string }[]): string {
  return pieces.flatMap(({ text }) => text || []).join('\n');
}
