import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FootnoteDefinition, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Book } from '../book/read-book.ts';
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
  const files = asFiles(book);
  const texts = [...files].map(([name, tree]) => [`${name}.md`, withSources(tree, sources)] as const);
  const whole: Root = {
    type: 'root',
    // The sources stand once, behind all.
    children: [...files].filter(([name]) => name !== 'references').flatMap(([, { children }]) => children),
  };
  const written = [
    ...texts.map(([name, tree]) => [name, processor.stringify(tree)] as const),
    ['llms-full.txt', processor.stringify(withSources(whole, sources))] as const,
    ['llms.txt', writeIndex(book)] as const,
  ];
  await Promise.all(written.map(([name, text]) => writeFile(path.join(dist, name), text)));
}

/** The parts as files: what the cover has behind the contents goes with what it has before them. */
function asFiles(book: Book): Map<string, Root> {
  const trees = new Map(book.parts.map((part) => [part.name, convertPart(part, book)]));
  const front = trees.get('index');
  const closing = trees.get('closing');
  if (front && closing) {
    front.children = [...front.children, ...closing.children];
    trees.delete('closing');
  }
  return trees;
}

/** Adds the sources that a text cites, in the order of their numbers. */
function withSources(tree: Root, sources: ReadonlyMap<string, FootnoteDefinition>): Root {
  const cited = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => void cited.add(identifier));
  const definitions = [...sources].flatMap(([key, source]) => (cited.has(key) ? [source] : []));
  return { type: 'root', children: [...tree.children, ...definitions] };
}
