import type { Book, Part } from '../book/book.ts';
import { deflateFile, type DeflatedFile } from './archive.ts';
import { partDocument } from './part-document.ts';
import { xhtml } from './xhtml.ts';

/** The document of a part, and what the package says of it. */
export interface PackedDocument {
  file: DeflatedFile;
  /** Classes that paint, such as `fill-ink`; see write-drawings.ts. */
  painted: string[];
  /** What is in it besides XHTML, in the words of the package: `mathml`, `svg`. */
  uses: string[];
}

/** Makes the document of a part, ready for the archive. */
export function packDocument(part: Part, book: Book): PackedDocument {
  const text = xhtml(part.title, partDocument(part, book));
  return {
    file: deflateFile(text),
    painted: [...new Set(text.match(/\b(?:fill|stroke)-\w+(?=[ "])/g))],
    uses: [
      ['mathml', '<math'],
      ['svg', '<svg'],
    ].flatMap(([use = '', tag = '']) => (text.includes(tag) ? [use] : [])),
  };
}
