import type { Element } from 'hast';
import { h } from 'hastscript';
import { firstSentences } from '../../book/first-sentences.ts';
import { site } from '../../site.ts';
import type { PageDescription } from './describe-page.ts';
import type { Locator } from './preview-tags.ts';

/** The cover names no more chapters than this: the data must not outgrow the page. Each names the book in any case. */
const mostParts = 40;

/** A node of schema.org's vocabulary. */
type Node = { '@type': string } & Record<string, unknown>;

/** What the data of a page says of the rest of the book. */
export interface DescribedBook {
  /** How new it is: `2026-11-23`; undefined when nobody knows. */
  date: string | undefined;
  /** Its chapters, for the cover; none for other pages. */
  chapters: readonly { title: string; numeral: string; address: string }[];
}

/**
 * Says what a page is, for search engines and for the menu of links (src/client/link-menu): the
 * book, or a chapter of it; where it stands; and its questions with their answers.
 *
 * @returns a `<script>`, which is data and runs nothing
 */
export function structuredData(
  page: PageDescription,
  { date, chapters }: DescribedBook,
  locator: Locator,
): Element {
  const named = nameBook(locator, date);
  const questions = page.sections.filter(({ question, text }) => question && text);
  const graph: Node[] = [
    ...(page.address === '/'
      ? [describeBook(chapters, named, locator)]
      : [describeOne(page, named, locator), trail(page, locator)]),
    ...(questions.length ? [describeQuestions(page, locator)] : []),
  ];
  // `<` would let a text end the script.
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll(
    '<',
    '\\u003c',
  );
  return h('script', { type: 'application/ld+json' }, json);
}

function nameBook({ full }: Locator, revised: string | undefined): Node {
  return {
    '@type': 'Book',
    '@id': `${full('/')}#book`,
    name: site.title,
    url: full('/'),
    author: { '@type': 'Person', name: site.authorNames.zh, alternateName: site.authorNames.en },
    bookEdition: site.edition,
    ...(revised && { dateModified: revised }),
  };
}

function describeBook(chapters: DescribedBook['chapters'], named: Node, { full }: Locator): Node {
  return {
    ...named,
    description: site.description,
    inLanguage: site.language,
    bookFormat: 'https://schema.org/EBook',
    image: full('/card.png'),
    ...(chapters.length <= mostParts
      ? {
          hasPart: chapters.map((chapter) => ({
            '@type': 'Chapter',
            name: chapter.title,
            position: chapter.numeral,
            url: full(chapter.address),
          })),
        }
      : {}),
  };
}

function describeOne(page: PageDescription, named: Node, locator: Locator): Node {
  const { full } = locator;
  const { title: name, description, address, kicker } = page;
  const chapter = page.article;
  return {
    '@type': chapter ? 'Chapter' : 'WebPage',
    '@id': full(address),
    name,
    ...(chapter ? { position: kicker } : {}),
    description,
    url: full(address),
    inLanguage: site.language,
    image: full(`${address}card.png`),
    isPartOf: named,
  };
}

function trail({ title, address }: PageDescription, { full }: Locator): Node {
  const steps = [
    { name: site.title, address: '/' },
    { name: title, address },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: full(step.address),
    })),
  };
}

function describeQuestions({ address, sections }: PageDescription, { full }: Locator): Node {
  return {
    '@type': 'FAQPage',
    mainEntity: sections
      .filter(({ question, text }) => question && text)
      .map(({ id, title, text }) => ({
        '@type': 'Question',
        name: title,
        url: `${full(address)}#${id}`,
        // Its beginning: a reader of the page has the whole, and should not wait for it twice.
        acceptedAnswer: { '@type': 'Answer', text: firstSentences(text, 160) },
      })),
  };
}
