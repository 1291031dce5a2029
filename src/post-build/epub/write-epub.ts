import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { site } from '../../site.ts';
import type { Book } from '../book/read-book.ts';
import { coverPicture } from './cover-picture.ts';
import { h } from './element.ts';
import { navigationDocument } from './navigation-document.ts';
import { packageDocument } from './package-document.ts';
import { partDocument } from './part-document.ts';
import { fileOf } from './rewrite-links.ts';
import { styleSheet } from './style-sheet.ts';
import { xhtml } from './xhtml.ts';

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** Archives have the time of the clock on the wall: this is the same everywhere. */
const mtime = new Date(1980, 0, 1);

/**
 * Writes the book as an EPUB 3. The same book gives the same file, byte by byte.
 *
 * @param dist folder of the built site
 */
export async function writeEpub(dist: string, book: Book): Promise<void> {
  const documents = new Map(
    book.parts.map((part) => [fileOf(part), xhtml(part.title, partDocument(part, book))]),
  );
  const painted = new Set(
    [...documents.values()].flatMap((text) => text.match(/\b(?:fill|stroke)-\w+(?=[ "])/g) ?? []),
  );
  const cover = h('section', { 'epub:type': 'cover', className: ['cover'] }, [
    h('img', { src: 'cover.svg', role: 'doc-cover', alt: `封面：${site.title}` }, []),
  ]);
  const files = new Map([
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', packageDocument(book, documents)],
    ['EPUB/nav.xhtml', xhtml('目录', navigationDocument(book))],
    ['EPUB/book.css', styleSheet(book.palette, painted)],
    ['EPUB/cover.svg', coverPicture(book.palette)],
    ['EPUB/cover.xhtml', xhtml(site.title, [cover])],
    ...[...documents].map(([name, text]) => [`EPUB/${name}`, text] as const),
  ]);
  await writeFile(path.join(dist, 'book.epub'), pack(files));
}

/** The type of the file stands first and plain, so that it can be told without unpacking. */
function pack(files: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const packed: Zippable = { mimetype: [encoder.encode('application/epub+zip'), { level: 0, mtime }] };
  for (const [name, text] of files) packed[name] = [encoder.encode(text), { level: 9, mtime }];
  return zipSync(packed);
}
