import type { Element } from 'hast';
import { h } from 'hastscript';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, createFinder, replaceElements } from '../../build/html.ts';
import type { Book, OpenPart } from '../book.ts';
import type { FollowLink } from '../follow-link.ts';
import { dropInterface } from '../open-part.ts';
import { plainText } from '../plain-text.ts';
import { rewriteLinks } from './rewrite-links.ts';
import { rewritePictures } from './rewrite-pictures.ts';
import { writeDrawings } from './write-drawings.ts';
import { writeMathematics } from './write-mathematics.ts';
import { writeNotes } from './write-notes.ts';
import { xhtml } from './xhtml.ts';

/** The document of a part, and what the package says of it. */
export interface PartDocument {
  text: string;
  /** Classes that paint, such as `fill-ink`; see write-drawings.ts. */
  painted: string[];
  /** Addresses of its pictures on the site; see pack-pictures.ts. */
  pictures: string[];
  /** What is in it besides XHTML, in the words of the package: `mathml`, `svg`. */
  uses: string[];
}

/** What kind of part it is, in the words of EPUB. */
const kinds: Partial<Record<string, string>> = {
  index: 'preface',
  closing: 'conclusion',
  errata: 'errata',
  glossary: 'glossary',
  references: 'bibliography',
};

/** Attributes that only a page has use for. */
const unneeded = ['tabIndex', 'dataMermaid', 'dataLanguage', 'dataTex', 'dataIs', 'dataNote', 'translate'];

/**
 * Gives a part of the book the elements that an EPUB has.
 *
 * @param body its text, which is changed
 */
export function partDocument(part: OpenPart, body: Element, book: Book, follow: FollowLink): PartDocument {
  const layer = attributeOf(body, 'data-layer');
  // First: what KaTeX drew is most of a page.
  writeMathematics(body);
  dropInterface(body);
  const painted = writeDrawings(body);
  const pictures = rewritePictures(body, part, follow);
  rewriteLinks(body, part, book, follow);
  writeNotes(body);
  tidy(body);

  const kind = kinds[part.name] ?? 'chapter';
  // The end of the book has no title on the cover, where it stands below the contents.
  const title = part.place === 'closing' ? [h('h1', { dataLayer: 'editorial' }, part.title)] : [];
  const section = h(
    'section',
    { 'epub:type': kind, role: `doc-${kind}`, ariaLabel: part.title, ...(layer ? { dataLayer: layer } : {}) },
    [...title, ...body.children],
  );
  const { first } = createFinder(section);
  const uses = [
    ['mathml', 'math'],
    ['svg', 'svg'],
  ].flatMap(([use = '', name = '']) => (first(name) ? [use] : []));
  return { text: xhtml(part.title, [section]), painted, pictures, uses };
}

function tidy(body: Element): void {
  // The editors' sign for a section without a number was there to be clicked.
  replaceElements(body, contract.number, (number) => (plainText(number) === '§' ? [] : [number]));
  const { all } = createFinder(body);
  for (const { properties } of all('*')) {
    for (const name of unneeded) properties[name] = undefined;
    // A box that scrolls needed a name for those who scroll it by keyboard.
    if (properties['role'] === 'group')
      for (const name of ['role', 'ariaLabel', 'ariaLabelledBy']) properties[name] = undefined;
    if (typeof properties['lang'] === 'string') properties['xml:lang'] = properties['lang'];
    properties['dataAlign'] ??= properties['align'];
    properties['align'] = undefined;
  }
  for (const { properties } of all('svg, svg *')) delete properties['dataLayer'];
  // More columns than a page has room for.
  for (const { properties } of all('table:has(tr > :nth-child(9))'))
    properties['className'] = [properties['className'] ?? [], 'many'].flat() as string[];
  for (const caption of all('figcaption')) {
    const label = caption.children.find((child): child is Element => child.type === 'element');
    if (label?.tagName === 'span') label.properties['className'] = ['label'];
  }
}
