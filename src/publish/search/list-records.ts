import type { Element, ElementContent, Root } from 'hast';
import type { SearchRecord } from '../../client/search/record.ts';
import { parsePage } from '../../build/html.ts';
import type { Page } from '../pages/read-page.ts';
import {
  findElement,
  hasClass,
  isBlock,
  isHeading,
  runningText,
  standIn,
  textOf,
  tidy,
} from './read-text.ts';

/** A record that has no place among the others yet; while its page is read, text comes piece by piece. */
export type Draft = Omit<SearchRecord, 'order'>;

/**
 * Lists what can be found on a page: its opening and its sections, and, as records of their own and not as parts of a
 * section, notes, questions, terms and references.
 *
 * @param base path that the site stands under, with a slash at both ends
 * @returns nothing for a page that is not to be found
 */
export function listRecords(page: Page, base: string): Draft[] {
  if (!isFindable(page)) return [];
  return readRecords(page, base)
    .map((draft) => ({ ...draft, title: tidy(draft.title), text: tidy(draft.text) }))
    .filter(({ title, text }) => title || text);
}

function isFindable({ elements }: Page): boolean {
  return !elements.some(
    ({ name, attributes }) =>
      name === 'meta' &&
      // A page that only leads to another is not to be found either.
      (attributes.get('http-equiv') === 'refresh' ||
        (attributes.get('name') === 'robots' && /noindex/.test(attributes.get('content') ?? ''))),
  );
}

/** The records of one page. */
function readRecords(page: Page, base: string): Draft[] {
  const main = findElement(parsePage(page.html), ({ tagName }) => tagName === 'main');
  if (!main) return [];
  const address = page.address.slice(base.length - 1);
  const name = pageName(main);
  const records: Draft[] = [];

  let current: Draft = { address, head: name, title: '', names: [], text: '' };
  records.push(current);
  /** 第四章 4.2, for what stands in a section. */
  let place = name;

  function walk(node: ElementContent): void {
    if (node.type === 'text') current.text += runningText(node.value);
    if (node.type !== 'element') return;
    if (isHeading(node)) {
      if (node.tagName !== 'h1') openSection(node);
      else current.title = headingText(node);
      return;
    }
    const own = ownRecord(node, address, place);
    if (own) {
      records.push(own);
      return;
    }
    const other = standIn(node);
    if (other !== undefined) {
      current.text += other;
      return;
    }
    if (isBlock(node)) current.text += '\n';
    node.children.forEach(walk);
    if (isBlock(node)) current.text += '\n';
  }

  function openSection(heading: Element): void {
    const id = heading.properties['id'];
    const found = findElement(heading, (element) => hasClass(element, 'number'));
    const number = found ? tidy(found.children.map(textOf).join('')).replace(/^§$|\.$/, '') : '';
    place = number ? `${name} · ${number}` : name;
    current = {
      address: `${address}#${String(id)}`,
      head: place,
      title: headingText(heading),
      names: [],
      text: '',
    };
    records.push(current);
  }

  main.children.forEach(walk);
  return records;
}

/** 第四章 of a chapter, 术语 of a page of the editors', 卷首 of the cover. */
function pageName(main: Element): string {
  const kicker = findElement(main, (element) => hasClass(element, 'kicker'));
  const said = kicker ? plain(kicker) : '';
  if (/^第.+章/.test(said)) return said.replace(' ', '');
  if (findElement(main, ({ properties }) => properties['id'] === 'contents')) return '卷首';
  const title = findElement(main, ({ tagName }) => tagName === 'h1');
  return title ? tidy(headingText(title)) : '';
}

/** What is found by itself: a note, a term, a reference. */
function ownRecord(element: Element, address: string, place: string): Draft | undefined {
  const id = element.properties['id'];
  if (typeof id !== 'string') return undefined;
  const at = `${address}#${id}`;
  const text = textOf({ type: 'root', children: element.children });
  if (hasClass(element, 'note')) {
    const label = findElement(element, ({ tagName }) => tagName === 'b');
    const said = label ? plain(label) : '';
    return {
      address: at,
      head: `${said} · ${place}`,
      title: '',
      names: [],
      text: tidy(text).replace(said, ''),
    };
  }
  const first = element.children.find((child) => child.type === 'element');
  if (first?.tagName === 'dt') return readTerm(element, at);
  if (element.tagName === 'li' && first && hasClass(first, 'number'))
    return { address: at, head: `参考文献 ${plain(first)}`, title: '', names: [], text };
  return undefined;
}

function readTerm(entry: Element, address: string): Draft {
  const title = findElement(entry, ({ tagName }) => tagName === 'dfn');
  const also = findElement(entry, (element) => hasClass(element, 'also'));
  const english = findElement(entry, ({ properties }) => properties['lang'] === 'en');
  const meaning = findElement(entry, ({ tagName }) => tagName === 'dd');
  const others = also ? plain(also).replace(/^又作/, '').split('、') : [];
  const foreign = english ? plain(english).split(', ') : [];
  return {
    address,
    head: '术语',
    title: title ? plain(title) : '',
    names: [...others, ...foreign],
    text: meaning ? plain(meaning) : '',
  };
}

/** A heading without its number. */
function headingText({ children }: Element): string {
  return tidy(children.map(textOf).join(''));
}

/** The text of an element that is a label itself, and so unread elsewhere. */
function plain({ children }: Element): string {
  const root: Root = { type: 'root', children };
  return tidy(textOf(root)).replaceAll('\n', ' ');
}
