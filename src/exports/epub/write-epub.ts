import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { site } from '../../site.ts';
import type { Book } from '../book/book.ts';
import { archive, deflateFile, type DeflatedFile } from './archive.ts';
import { coverPicture } from './cover-picture.ts';
import { h } from './element.ts';
import { navigationDocument } from './navigation-document.ts';
import type { PackedDocument } from './pack-document.ts';
import { packageDocument } from './package-document.ts';
import { fileOf } from './rewrite-links.ts';
import { styleSheet } from './style-sheet.ts';
import { xhtml } from './xhtml.ts';

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * Writes the book as an EPUB 3. The same book gives the same file, byte by byte.
 *
 * @param dist folder of the built site
 * @param documents of the parts, by their names
 */
export async function writeEpub(
  dist: string,
  book: Book,
  documents: ReadonlyMap<string, PackedDocument>,
): Promise<void> {
  const painted = new Set([...documents.values()].flatMap((document) => document.painted));
  const cover = h('section', { 'epub:type': 'cover', className: ['cover'] }, [
    h('img', { src: 'cover.svg', role: 'doc-cover', alt: `封面：${site.title}` }, []),
  ]);
  const own = {
    'META-INF/container.xml': container,
    'EPUB/package.opf': packageDocument(book, documents),
    'EPUB/nav.xhtml': xhtml('目录', navigationDocument(book)),
    'EPUB/book.css': styleSheet(book.palette, painted),
    'EPUB/cover.svg': coverPicture(book.palette),
    'EPUB/cover.xhtml': xhtml(site.title, [cover]),
  };
  const files = new Map<string, DeflatedFile | string>([
    // First and plain, so that the type of the file can be told without unpacking.
    ['mimetype', 'application/epub+zip'] as const,
    ...Object.entries(own).map(([name, text]) => [name, deflateFile(text)] as const),
    ...book.parts.flatMap((part) => {
      const document = documents.get(part.name);
      return document ? [[`EPUB/${fileOf(part)}`, document.file] as const] : [];
    }),
  ]);
  await writeFile(path.join(dist, 'book.epub'), archive(files));
}
