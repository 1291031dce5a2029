import type { Element, ElementContent } from 'hast';
import type { Book, Part } from '../book/book.ts';
import { findElements, hasClass, plainText, replaceElements } from '../book/tree.ts';
import { dropInterface } from '../book/drop-interface.ts';
import { rewriteLinks } from './rewrite-links.ts';
import { writeDrawings } from './write-drawings.ts';
import { writeMathematics } from './write-mathematics.ts';
import { unfold, writeNotes } from './write-notes.ts';

/** What kind of part it is, in the words of EPUB. */
const kinds: Partial<Record<string, string>> = {
  index: 'preface',
  closing: 'conclusion',
  errata: 'errata',
  glossary: 'glossary',
  references: 'bibliography',
};

/** Attributes that only a page has use for. */
const unneeded = ['tabIndex', 'dataMermaid', 'dataLanguage', 'dataTex', 'translate'];

/**
 * Gives a part of the book the elements that an EPUB has.
 *
 * @returns what stands in the `<body>` of its document
 */
export function partDocument(part: Part, book: Book): Element[] {
  const body = part.readBody();
  const layer = body.properties['dataLayer'];
  dropInterface(body);
  writeMathematics(body);
  unfold(body);
  writeDrawings(body);
  rewriteLinks(body, part, book);
  writeNotes(body);
  tidy(body);

  const kind = kinds[part.name] ?? 'chapter';
  return [
    {
      type: 'element',
      tagName: 'section',
      properties: {
        'epub:type': kind,
        role: `doc-${kind}`,
        ariaLabel: part.title,
        ...(layer ? { dataLayer: layer } : {}),
      },
      children: [...titleOf(part), ...body.children],
    },
  ];
}

/** The end of the book has no title on the cover, where it stands below the contents. */
function titleOf({ place, title }: Part): ElementContent[] {
  if (place !== 'closing') return [];
  const children: ElementContent[] = [{ type: 'text', value: title }];
  return [{ type: 'element', tagName: 'h1', properties: { dataLayer: 'editorial' }, children }];
}

function tidy(body: Element): void {
  // The editors' sign for a section without a number was there to be clicked.
  replaceElements(body, (element) =>
    hasClass(element, 'number') && plainText(element) === '§' ? [] : undefined,
  );
  for (const element of findElements(body, () => true)) {
    const { properties } = element;
    for (const name of unneeded) properties[name] = undefined;
    // A box that scrolls needed a name for those who scroll it by keyboard.
    if (properties['role'] === 'group')
      for (const name of ['role', 'ariaLabel', 'ariaLabelledBy']) properties[name] = undefined;
    if (typeof properties['lang'] === 'string') properties['xmlLang'] = properties['lang'];
  }
  for (const drawing of findElements(body, ({ tagName }) => tagName === 'svg'))
    for (const { properties } of findElements(drawing, () => true)) delete properties['dataLayer'];
  for (const caption of findElements(body, ({ tagName }) => tagName === 'figcaption')) {
    const label = caption.children.find((child): child is Element => child.type === 'element');
    if (label?.tagName === 'span') label.properties['className'] = ['label'];
  }
}
