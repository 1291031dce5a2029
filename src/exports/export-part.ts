import { copyTree, writeHtml, type Finder } from '../build/html.ts';
import type { Book, Part, PartSection } from './book.ts';
import { partDocument, type PartDocument } from './epub/part-document.ts';
import { linkFollower } from './follow-link.ts';
import { listSources, type WrittenSource } from './markdown/list-sources.ts';
import { writePart, type WrittenPart } from './markdown/write-part.ts';
import { openPart } from './open-part.ts';
import { partForPrint } from './print/part-for-print.ts';

/** A part of the book in its other forms, and what the lists of these say of it. */
export interface ExportedPart extends Part {
  sections: PartSection[];
  lead: string;
  markdown: WrittenPart;
  /** The sources that are listed there, as Markdown. */
  sources: WrittenSource[];
  document: PartDocument;
  /** HTML, for the page that is printed. */
  print: string;
}

/**
 * Returns the exports of the parts that stand on a page: of the cover two, of most pages one, of others none.
 *
 * @param page finds in the page as Astro wrote it, with the sources of its diagrams. It is not changed.
 */
export function exportParts(file: string, page: Finder, book: Book): ExportedPart[] {
  const follow = linkFollower(book);
  return book.parts
    .filter((part) => part.file === file)
    .flatMap((place) => {
      const part = openPart(place, page);
      if (!part) return [];
      return [
        {
          ...place,
          sections: part.sections,
          lead: part.lead,
          markdown: writePart(part, copyTree(part.body), book, follow),
          sources: listSources(part.body),
          document: partDocument(part, copyTree(part.body), book, follow),
          print: writeHtml(partForPrint(part, page)),
        },
      ];
    });
}
