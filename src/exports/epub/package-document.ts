import { site } from '../../site.ts';
import type { Book } from '../book.ts';
import type { ExportedPart } from '../export-part.ts';
import type { PackedPicture } from './pack-pictures.ts';
import { fileOf } from './rewrite-links.ts';

/**
 * Returns what the EPUB is, what it holds, and in which order it is read.
 *
 * @throws Error when the edition has no date: a clock would make every build another book
 */
export function packageDocument(
  { date }: Book,
  parts: readonly ExportedPart[],
  pictures: readonly PackedPicture[],
): string {
  if (!date) throw new Error('No source says when it was looked at, so the EPUB has no date.');
  const accessibility = [
    ['accessMode', 'textual'],
    ['accessMode', 'visual'],
    ['accessModeSufficient', 'textual'],
    ...['MathML', 'alternativeText', 'longDescription', 'structuralNavigation', 'tableOfContents'].map(
      (feature) => ['accessibilityFeature', feature],
    ),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', '公式是 MathML，图有文字说明，图表附数据，注是脚注。'],
  ] as [string, string][];
  const documents = parts.map((part) => {
    const { uses } = part.document;
    const properties = uses.length ? ` properties="${uses.join(' ')}"` : '';
    return `<item id="part-${part.name}" href="${fileOf(part)}" media-type="application/xhtml+xml"${properties}/>`;
  });
  const held = pictures.map(
    ({ name, mediaType }, index) =>
      `<item id="picture-${index + 1}" href="${name}" media-type="${mediaType}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${site.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${site.identifier}</dc:identifier>
<dc:title>${escapeXml(site.title)}</dc:title>
<dc:language>${site.language}</dc:language>
<dc:creator>${escapeXml(site.author)}</dc:creator>
<dc:description>${escapeXml(site.description)}</dc:description>
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
${accessibility.map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`).join('\n')}
<meta name="cover" content="cover-picture"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="cover-picture" href="cover.png" media-type="image/png" properties="cover-image"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
${[...documents, ...held].join('\n')}
</manifest>
<spine toc="ncx">
<itemref idref="cover"/>
<itemref idref="nav"/>
${parts.map(({ name }) => `<itemref idref="part-${name}"/>`).join('\n')}
</spine>
</package>
`;
}

/** Returns a text as XML has it, in attributes too. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
