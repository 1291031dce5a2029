import { site } from '../../site.ts';
import { lastLook } from '../book/last-look.ts';
import type { Book } from '../book/book.ts';
import { plainText } from '../book/tree.ts';
import type { PackedDocument } from './pack-document.ts';
import { fileOf } from './rewrite-links.ts';
import { escapeXml } from './xhtml.ts';

/**
 * What the EPUB is, what it holds, and in which order it is read. It is as new as the last look that the editors
 * took at a source.
 *
 * @param documents of the parts, by their names
 */
export function packageDocument(
  book: Book,
  documents: ReadonlyMap<string, Pick<PackedDocument, 'uses'>>,
): string {
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
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${site.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${site.identifier}</dc:identifier>
<dc:title>${escapeXml(site.title)}</dc:title>
<dc:language>${site.language}</dc:language>
<dc:creator>${escapeXml(site.author)}</dc:creator>
<dc:description>${escapeXml(site.description)}</dc:description>
<meta property="dcterms:modified">${modifiedOn(book)}T00:00:00Z</meta>
${accessibility.map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`).join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="cover-picture" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
${book.parts
  .map((part) => {
    const { uses = [] } = documents.get(part.name) ?? {};
    const properties = uses.length ? ` properties="${uses.join(' ')}"` : '';
    return `<item id="part-${part.name}" href="${fileOf(part)}" media-type="application/xhtml+xml"${properties}/>`;
  })
  .join('\n')}
</manifest>
<spine>
<itemref idref="cover"/>
<itemref idref="nav"/>
${book.parts.map(({ name }) => `<itemref idref="part-${name}"/>`).join('\n')}
</spine>
</package>
`;
}

function modifiedOn({ parts }: Book): string {
  const references = parts
    .filter(({ name }) => name === 'references')
    .map(({ readBody }) => plainText(readBody()));
  const day = lastLook(references.join(''));
  if (!day) throw new Error('No source says when it was looked at, so the EPUB has no date.');
  return day;
}
