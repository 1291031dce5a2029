import type { Element, ElementContent } from 'hast';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, createFinder, textOf, type Finder } from '../../build/html.ts';
import type { Page } from '../pages/page.ts';
import { textReader, type TextReader } from './running-text.ts';

/** A section of a page: an h2 or h3 with an id, and the running text up to the next. */
export interface DescribedSection {
  id: string;
  /** 2 or 3. */
  level: number;
  /** 4.1; undefined where the article gives none. */
  number: string | undefined;
  title: string;
  text: string;
  /** It is a question, and its text the answer. */
  question: boolean;
}

/** A page of the book, as a preview shows it. */
export interface PageDescription {
  /** Address below the base path: `/maths/`. */
  address: string;
  /** What stands in its h1, without the number. */
  title: string;
  description: string;
  /** 第四章; '' where there is none. */
  kicker: string;
  /** The large character in the margin: 四. */
  ornament: string;
  /** Does it hold text of the article? */
  article: boolean;
  sections: DescribedSection[];
}

/**
 * Describes a page of the book.
 *
 * @param base path that the site stands under, with a slash at both ends
 * @returns undefined for a page that is not to be found: it has no address of its own to preview
 */
export function describePage({ address, finder }: Page, base: string): PageDescription | undefined {
  const main = finder.first('main');
  if (!finder.first('link[rel=canonical]') || !main) return undefined;
  const reader = textReader(main);
  // What is set apart elsewhere is asked for here: so it is read by itself.
  const text = (element: Element | undefined): string =>
    element ? reader.read({ type: 'root', children: element.children }) : '';
  const description = finder.first('meta[name=description]');
  return {
    address: address.slice(base.length - 1),
    title: text(finder.first('main h1')),
    description: (description && attributeOf(description, 'content')) ?? '',
    kicker: text(finder.first(`main ${contract.kicker}`)),
    ornament: text(finder.first(`main ${contract.ornament}`)),
    article: attributeOf(main, 'data-layer') !== 'editorial',
    sections: readSections(main, finder, reader),
  };
}

function readSections(main: Element, finder: Finder, { read, isApart }: TextReader): DescribedSection[] {
  const sections: DescribedSection[] = [];
  const walk = (element: ElementContent): void => {
    if (element.type !== 'element') return;
    const { tagName } = element;
    const id = attributeOf(element, 'id');
    if (/^h[23]$/.test(tagName) && id !== undefined) {
      const question = finder.parentOf(element)?.tagName === 'summary';
      const level = Number(tagName.slice(1));
      sections.push({ id, level, number: numberOf(element), title: read(element), text: '', question });
      return;
    }
    if (isApart(element)) return;
    const section = sections.at(-1);
    if (!section || !/^(p|dd|li)$/.test(tagName) || holdsBlocks(element)) {
      element.children.forEach(walk);
      return;
    }
    const text = read(element);
    // 反向传播： leads to a formula that is no part of the text.
    if (text && !/^.{0,12}：$/u.test(text)) section.text += closeBlock(tagName, text);
  };
  main.children.forEach(walk);
  return sections;
}

function numberOf(heading: Element): string | undefined {
  const label = createFinder(heading).first(contract.number);
  const number = label && textOf(label).trim();
  return number && /\d/.test(number) ? number.replace(/\.$/, '') : undefined;
}

/** Returns a paragraph or item as a part of a text that has neither formulas nor lists. */
function closeBlock(tag: string, text: string): string {
  if (/[。！？；…”）]$/u.test(text)) return text;
  if (/[：，]$/u.test(text)) return `${text.slice(0, -1)}。`;
  return text + (tag === 'p' ? '……' : '。');
}

function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && /^(p|ul|ol|div|details)$/.test(child.tagName));
}
