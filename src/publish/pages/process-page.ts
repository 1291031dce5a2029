import type { Comment, Element } from 'hast';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, textOf, writeHtml } from '../../build/html.ts';
import type { Problem } from '../../build/problem.ts';
import { checkPage } from '../checks/index.ts';
import type { Book } from '../../exports/book.ts';
import { exportParts, type ExportedPart } from '../../exports/export-part.ts';
import { joinParts, type PrintedPart } from '../../exports/print/join-parts.ts';
import type { SearchRecord } from '../../client/search/record.ts';
import { listShown, readFaceText, type ShownText } from '../fonts/read-face-text.ts';
import { previewPage, type PreviewedBook, type Previews } from '../previews/preview-page.ts';
import { addRedirects, type Redirect } from '../redirects/redirects.ts';
import { listRecords } from '../search/list-records.ts';
import { fontsPlace, sizePlace, type PageDraft } from './complete-page.ts';
import { changed, isRunning, openPage } from './page.ts';
import { hashOf } from './policy.ts';
import { listAddresses, type Address } from './references.ts';

/** A page of the built site, and what its outcome depends on. */
export interface PageJob {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  /** As Astro wrote it. */
  html: string;
  /** Where links lead to. */
  book: Book;
  preview: PreviewedBook;
  redirects: Redirect[];
  /** Of a page for print, what it is to hold. */
  printed: PrintedPart[] | undefined;
}

/** What the build needs to know of a page, and what is made of it. It is data, to be cached and sent by threads. */
export interface ProcessedPage extends Previews {
  /** Path in `dist`. */
  file: string;
  /** Path that a browser asks for: `/a/b/maths/`. */
  address: string;
  /** All ids, each once. */
  ids: string[];
  /** What it links to and loads, each once. */
  addresses: Address[];
  /** What is wrong with it by itself. */
  problems: Problem[];
  shown: ShownText;
  /** What can be found on it. */
  records: SearchRecord[];
  /** The parts of the book that stand on it, in their other forms. */
  exports: ExportedPart[];
  draft: PageDraft;
}

/**
 * Does all that is to be done with a page, in a thread: it is parsed once, and written once. The order matters: exports are
 * of the page as Astro wrote it, with the sources of its diagrams, and checks are of the page as readers get it.
 */
export default function processPage({
  file,
  html,
  book,
  preview,
  redirects,
  printed,
}: PageJob): ProcessedPage {
  const { base } = book;
  let page = openPage(file, base, html);
  if (printed) joinParts(page.tree, printed, book);
  const previews = previewPage(page, preview, book);
  addRedirects(page, redirects, base);
  page = changed(page);
  const exports = exportParts(file, page.finder, book);
  for (const { properties } of page.finder.all(contract.diagram)) delete properties['dataMermaid'];

  const { finder, tree } = page;
  const facts = {
    file,
    address: page.address,
    ids: [...new Set(finder.all('[id]').map((element) => attributeOf(element, 'id') ?? ''))],
    addresses: listAddresses(page),
    problems: checkPage(page),
    shown: listShown(readFaceText(tree)),
    records: listRecords(tree, page.address.slice(base.length - 1)),
  };
  const inline = finder.all('script:not([src])').filter(isRunning);
  leavePlaces(finder.first('meta[charset]'), finder.parentOf, finder.all(contract.size));
  // The forms of the book have had the TeX of formulas. In the page nothing shows it, and of a page of formulas it is a
  // twentieth; the article's own stays, whole.
  for (const tex of finder.all(`${contract.editorial} ${contract.tex}`)) {
    const parent = finder.parentOf(tex);
    if (parent) parent.children = parent.children.filter((child) => child !== tex);
  }
  const draft = {
    html: writeHtml(tree),
    scripts: inline.map((script) => hashOf(textOf(script))),
    styles: finder.all('style').map((style) => hashOf(textOf(style))),
  };
  return { ...facts, ...previews, exports, draft };
}

/** Leaves comments where the page is completed. */
function leavePlaces(
  charset: Element | undefined,
  parentOf: (element: Element) => Element | undefined,
  sizes: readonly Element[],
): void {
  const head = charset && parentOf(charset);
  if (head) head.children.splice(head.children.indexOf(charset) + 1, 0, comment(fontsPlace));
  for (const size of sizes) size.children = [comment(sizePlace(attributeOf(size, 'data-size-of') ?? ''))];
}

function comment(value: string): Comment {
  return { type: 'comment', value };
}
