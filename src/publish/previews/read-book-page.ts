import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, ElementContent, Nodes } from 'hast';
import { EXIT, SKIP, visit } from '../../build/visit.ts';
import { cacheFolder } from '../../build/file-cache.ts';
import { parsePage } from '../../build/html.ts';
import { kept } from '../keep.ts';
import { isApart, plainText } from './plain-text.ts';

/** A section of a page: an h2 or h3 with an id, and the running text up to the next. */
export interface BookSection {
  id: string;
  /** 4.1; undefined where the article gives none. */
  number: string | undefined;
  title: string;
  text: string;
  /** It is a question, and its text the answer. */
  question: boolean;
}

/** A page of the book, as a preview shows it. */
export interface BookPage {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
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
  sections: BookSection[];
}

/** What is the same for all pages that are read. */
export interface Reading {
  /** Folder of the built site. */
  dist: string;
  /** A hash of the code that reads. */
  made: string;
}

/** Reads a page in a thread, or gives what was read of the same. */
export default async function readPage(file: string, { dist, made }: Reading): Promise<BookPage | undefined> {
  const html = readFileSync(path.join(dist, file));
  return kept(cacheFolder('previews'), [made, file, html], () => readBookPage(file, html.toString()));
}

/**
 * Reads a built page of the book.
 *
 * @returns undefined for a page that is not to be found: it has no address of its own to preview
 */
export function readBookPage(file: string, html: string): BookPage | undefined {
  const tree = parsePage(html);
  const head = (name: string, key: string, value: string) =>
    find(tree, ({ tagName, properties }) => tagName === name && String(properties[key]) === value)
      ?.properties;
  const main = find(tree, ({ tagName }) => tagName === 'main');
  if (!head('link', 'rel', 'canonical') || !main) return undefined;
  const text = (name: string): string => {
    const element = find(
      main,
      ({ properties: { className } }) => Array.isArray(className) && className.includes(name),
    );
    return element ? plainText(element) : '';
  };
  const title = find(main, ({ tagName }) => tagName === 'h1');
  return {
    file,
    address: `/${file.replace(/index\.html$/, '')}`,
    title: title ? plainText(title) : '',
    description: String(head('meta', 'name', 'description')?.['content'] ?? ''),
    kicker: text('kicker'),
    ornament: text('ornament'),
    article: main.properties['dataLayer'] !== 'editorial',
    sections: readSections(main),
  };
}

function readSections(main: Element): BookSection[] {
  const sections: BookSection[] = [];
  visit(main, 'element', (element, _, parent) => {
    const { tagName, properties } = element;
    if (/^h[23]$/.test(tagName) && typeof properties['id'] === 'string') {
      sections.push({ id: properties['id'], ...readHeading(element), text: '', question: isSummary(parent) });
      return SKIP;
    }
    if (isApart(element)) return SKIP;
    const section = sections.at(-1);
    if (!section || !/^(p|dd|li)$/.test(tagName) || holdsBlocks(element)) return undefined;
    const text = plainText(element);
    // 反向传播： leads to a formula that is no part of the text.
    if (text && !/^.{0,12}：$/u.test(text)) section.text += sayBlock(tagName, text);
    return SKIP;
  });
  return sections;
}

function readHeading(heading: Element): { number: string | undefined; title: string } {
  const mark = find(
    heading,
    ({ properties: { className } }) => Array.isArray(className) && className.includes('number'),
  );
  const number = mark && toText(mark).trim();
  return {
    number: number && /\d/.test(number) ? number.replace(/\.$/, '') : undefined,
    title: plainText(heading),
  };
}

/** A paragraph or item as a part of a text that has neither formulas nor lists. */
function sayBlock(tag: string, text: string): string {
  if (/[。！？；…”）]$/u.test(text)) return text;
  if (/[：，]$/u.test(text)) return `${text.slice(0, -1)}。`;
  return text + (tag === 'p' ? '……' : '。');
}

function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && /^(p|ul|ol|div|details)$/.test(child.tagName));
}

function isSummary(parent: Nodes | undefined): boolean {
  return parent?.type === 'element' && parent.tagName === 'summary';
}

function toText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(toText).join('') : '';
}

function find(tree: Nodes, wanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!wanted(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}
