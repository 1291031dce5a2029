import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../../build/visit.ts';
import { isJsx } from '../jsx.ts';
import { readSectionId } from './section-id.ts';

/** A stretch of a chapter's source: offsets of its first character and of the one behind its last. */
export type Range = readonly [start: number, end: number];

const openingTag = /^<[A-Za-z]+(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'))?)*\s*\/?>/;
const closingTag = /<\/[A-Za-z]+\s*>$/;

declare module 'vfile' {
  interface DataMap {
    /** What the edition has put into the source. */
    ranges: Range[];
  }
}

export interface EditionRangesOptions {
  /** Whose words stand in the components, by name. */
  layers: ReadonlyMap<string, 'article' | 'editorial'>;
}

/**
 * Lists what the edition has put into a chapter's source: components of the editors with all that stands in them, the tags
 * of those that dress the article's words, and the ids of sections. The rest is the article's, character by character.
 *
 *     file.data.ranges   →   [[0, 84], [120, 141], …]: in order, none within another
 *
 * Order: first of all that see the tree.
 */
export function remarkEditionRanges({ layers }: EditionRangesOptions) {
  return (tree: Root, file: VFile): void => {
    file.data.ranges = listRanges(tree, String(file.value), layers);
  };
}

function listRanges(tree: Root, source: string, layers: EditionRangesOptions['layers']): Range[] {
  const ranges: Range[] = [];
  visit(tree, (node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return undefined;
    if (node.type === 'heading') {
      const id = readSectionId(node);
      const last = node.children.at(-1)?.position?.end.offset;
      if (id && last !== undefined) ranges.push([last - id.length, last]);
    }
    if (!isJsx(node)) return undefined;
    if (layers.get(node.name ?? '') !== 'article') {
      ranges.push([start, end]);
      return SKIP;
    }
    const written = source.slice(start, end);
    const opening = openingTag.exec(written)?.[0].length ?? 0;
    ranges.push([start, start + opening]);
    const closing = opening < written.length ? (closingTag.exec(written)?.[0].length ?? 0) : 0;
    if (closing) ranges.push([end - closing, end]);
    return undefined;
  });
  return ranges.sort(([a], [b]) => a - b);
}
