import type { Book, Part } from '../book/book.ts';
import { placeFile } from '../../build/place-file.ts';
import { listSources } from './list-sources.ts';
import { writeIndex } from './write-index.ts';
import { stringify, type WrittenPart } from './write-part.ts';

/**
 * Writes the book as Markdown: a file for every part beside the cover, `llms-full.txt` with all of them, and
 * `llms.txt`, which lists them (see llmstxt.org).
 *
 * @param dist folder of the built site
 * @param written the parts as Markdown, by their names
 */
export function writeMarkdown(dist: string, book: Book, written: ReadonlyMap<string, WrittenPart>): void {
  const sources = new Map([...listSources(book)].map(([key, source]) => [key, stringify([source])] as const));
  const files = [...Map.groupBy(book.parts, fileOf)].map(([name, parts]) => {
    const pieces = parts.flatMap((part) => written.get(part.name) ?? []);
    return {
      name,
      text: joined(pieces),
      cited: new Set(pieces.flatMap(({ cited }) => cited)),
    };
  });
  for (const { name, text, cited } of files)
    placeFile(dist, `${name}.md`, Buffer.from(withSources(text, cited, sources)));
  // The sources stand once, behind all.
  const whole = files.filter(({ name }) => name !== 'references');
  const all = withSources(joined(whole), new Set(whole.flatMap(({ cited }) => [...cited])), sources);
  placeFile(dist, 'llms-full.txt', Buffer.from(all));
  placeFile(dist, 'llms.txt', Buffer.from(writeIndex(book)));
}

/** What the cover has behind the contents goes with what it has before them. */
function fileOf({ name }: Part): string {
  return name === 'closing' ? 'index' : name;
}

/** One below the other; the end of the book may have no text. */
function joined(pieces: readonly { text: string }[]): string {
  return pieces.flatMap(({ text }) => text || []).join('\n');
}

/** Adds the sources that a text cites, in the order of their numbers. */
function withSources(text: string, cited: ReadonlySet<string>, sources: ReadonlyMap<string, string>): string {
  const notes = [...sources].flatMap(([key, source]) => (cited.has(key) ? [source] : []));
  return notes.length ? `${text}\n${notes.join('\n')}` : text;
}
