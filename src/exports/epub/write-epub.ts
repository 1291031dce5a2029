import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync, type ZipOptions } from 'fflate';
import { h } from 'hastscript';
import { readPalette } from '../../palette.ts';
import type { Problem } from '../../build/problem.ts';
import { site } from '../../site.ts';
import type { Book } from '../book.ts';
import type { ExportedPart } from '../export-part.ts';
import { coverPicture } from './cover-picture.ts';
import { navigationDocument } from './navigation-document.ts';
import { ncx } from './ncx.ts';
import { packPictures } from './pack-pictures.ts';
import { packageDocument } from './package-document.ts';
import { fileOf } from './rewrite-links.ts';
import { styleSheet } from './style-sheet.ts';
import { xhtml } from './xhtml.ts';

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The first day that archives know, at noon: in every time zone the same bytes, for they hold local time. */
const date = new Date(1980, 0, 1, 12);

/**
 * Writes the book as an EPUB 3. The same book gives the same file, byte by byte.
 *
 * @param dist folder of the built site
 * @param parts in the order of reading
 * @returns what is wrong with its pictures
 */
export async function writeEpub(
  dist: string,
  book: Book,
  parts: readonly ExportedPart[],
): Promise<Problem[]> {
  const palette = readPalette();
  const sources = new Set(parts.flatMap(({ document }) => document.pictures));
  const { pictures, problems } = await packPictures(dist, book.base, sources);
  const names = new Map(pictures.map(({ place, name }) => [place, name]));
  const withNames = (text: string): string =>
    text.replace(/(?<= src=")pictures\/\w+(?=")/g, (place) => names.get(place) ?? place);
  const painted = new Set(parts.flatMap(({ document }) => document.painted));
  const picture = h('img', { src: 'cover.png', role: 'doc-cover', alt: `封面：${site.title}` });
  const cover = h('section', { 'epub:type': 'cover', className: ['cover'] }, picture);
  const navigation = navigationDocument(parts);
  const files = {
    'META-INF/container.xml': container,
    'EPUB/package.opf': packageDocument(book, parts, pictures),
    'EPUB/nav.xhtml': xhtml('目录', navigation),
    'EPUB/toc.ncx': ncx(navigation),
    'EPUB/book.css': styleSheet(palette, painted),
    'EPUB/cover.xhtml': xhtml(site.title, [cover]),
    ...Object.fromEntries(parts.map((part) => [`EPUB/${fileOf(part)}`, withNames(part.document.text)])),
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const archive = zipSync(
    {
      // First and plain, so that the type of the file can be told without unpacking.
      mimetype: [bytes('application/epub+zip'), { level: 0 } satisfies ZipOptions],
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])),
      'EPUB/cover.png': await coverPicture(palette),
      ...Object.fromEntries(pictures.map((picture) => [`EPUB/${picture.name}`, picture.bytes])),
    },
    { level: 9, mtime: date },
  );
  await writeFile(path.join(dist, 'book.epub'), archive);
  return problems;
}
