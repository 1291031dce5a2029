import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FootnoteDefinition, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Book, Part } from '../book/read-book.ts';
import { convertPart } from './convert-part.ts';
import { listSources } from './list-sources.ts';
import { writeIndex } from './write-index.ts';

/** Emphasis beside Chinese marks is written as in the chapters, and not with references to characters. */
const processor = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath)
  .use(remarkCjkFriendly)
  .use(remarkStringify, { bullet: '-', rule: '-', listItemIndent: 'one', incrementListMarker: true })
  .freeze();

/**
 * Writes the book as Markdown: a file for every part beside the cover, `llms-full.txt` with all of them, and
 * `llms.txt`, which lists them (see llmstxt.org).
 *
 * @param dist folder of the built site
 */
export async function writeMarkdown(dist: string, book: Book): Promise<void> {
  const sources = listSources(book);
  // One after the other: the trees of a large book are not held together.
  const files = [...Map.groupBy(book.parts, fileOf)].map(([name, parts]) => {
    const children = parts.flatMap((part) => convertPart(part, book).children);
    return { name, cited: citedIn(children), text: stringify(children) };
  });
  const written = files.map(
    ({ name, cited, text }) => [`${name}.md`, withSources(text, cited, sources)] as const,
  );
  // The sources stand once, behind all.
  const whole = files.filter(({ name }) => name !== 'references');
  const all = withSources(
    whole.map(({ text }) => text).join('\n'),
    new Set(whole.flatMap(({ cited }) => [...cited])),
    sources,
  );
  await Promise.all(
    [...written, ['llms-full.txt', all] as const, ['llms.txt', writeIndex(book)] as const].map(
      ([name, text]) => writeFile(path.join(dist, name), text),
    ),
  );
}

/** What the cover has behind the contents goes with what it has before them. */
function fileOf({ name }: Part): string {
  return name === 'closing' ? 'index' : name;
}

function stringify(children: RootContent[]): string {
  return processor.stringify({ type: 'root', children });
}

function citedIn(children: RootContent[]): Set<string> {
  const cited = new Set<string>();
  visit({ type: 'root', children }, 'footnoteReference', ({ identifier }) => void cited.add(identifier));
  return cited;
}

/** Adds the sources that a text cites, in the order of their numbers. */
function withSources(
  text: string,
  cited: ReadonlySet<string>,
  sources: ReadonlyMap<string, FootnoteDefinition>,
): string {
  const definitions = [...sources].flatMap(([key, source]) => (cited.has(key) ? [source] : []));
  return definitions.length ? `${text}\n${stringify(definitions)}` : text;
}
