import type { RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from '../../build/visit.ts';
import type { Element } from 'hast';
import type { Book, OpenPart } from '../book.ts';
import type { FollowLink } from '../follow-link.ts';
import { convertPart } from './convert-part.ts';

/** A part as Markdown, and the keys of the sources that it cites. */
export interface WrittenPart {
  text: string;
  cited: string[];
}

/** Emphasis beside Chinese marks is written as in the chapters, and not with references to characters. */
const processor = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  .use(remarkStringify, { bullet: '-', rule: '-', listItemIndent: 'one', incrementListMarker: true })
  .freeze();

/**
 * Writes a part of the book as Markdown, without the sources that its footnotes lead to.
 *
 * @param body its text, which is changed
 */
export function writePart(part: OpenPart, body: Element, book: Book, follow: FollowLink): WrittenPart {
  const { children } = convertPart(part, body, book, follow);
  const cited = new Set<string>();
  visit({ type: 'root', children }, 'footnoteReference', ({ identifier }) => void cited.add(identifier));
  return { text: stringify(children), cited: [...cited] };
}

/** Writes Markdown's nodes as its text. */
export function stringify(children: RootContent[]): string {
  return processor.stringify({ type: 'root', children });
}
