import type { Element, ElementContent, Root } from 'hast';
import { attributeOf, createFinder, type Finder } from '../../build/html.ts';
import type { SearchRecord } from '../../client/search/record.ts';
import * as selectors from '../../client/search/selectors.ts';
import { isBlock, isHeading, runningText, textReader, tidy, type TextReader } from './read-text.ts';

/**
 * Returns what can be found on a page: its opening and its sections, and, as records of their own and not as parts of a
 * section, notes, questions, terms and sources. Nothing for a page that is not to be found.
 *
 * @param tree the page
 * @param address of the page, below the base path: `/maths/`
 */
export function listRecords(tree: Root, address: string): SearchRecord[] {
  const finder = createFinder(tree);
  const main = finder.first('main');
  if (!main || finder.first(selectors.unlisted)) return [];
  const reader = textReader(finder);

  const name = pageName(finder, reader);
  /** 第四章 · 4.2, for what stands in a section. */
  let place = name;
  let current: SearchRecord = { address, head: name, title: '', names: [], text: '' };
  const records = [current];

  function walk(node: ElementContent): void {
    if (node.type === 'text') current.text += runningText(node.value);
    if (node.type !== 'element') return;
    if (node.tagName === 'h1') current.title = headingText(node, reader);
    else if (isHeading(node)) openSection(node);
    else if (finder.matches(node, selectors.note)) add(node, readNote(node, place, reader));
    else if (finder.matches(node, selectors.term)) add(node, readTerm(node, reader));
    else if (finder.matches(node, selectors.source)) add(node, readSource(node, reader));
    else {
      const [edge, standIn] = [isBlock(node) ? '\n' : '', reader.standIn(node)];
      if (standIn !== undefined) {
        current.text += standIn;
        return;
      }
      current.text += edge;
      node.children.forEach(walk);
      current.text += edge;
    }
  }

  function add(element: Element, what: Omit<SearchRecord, 'address'>): SearchRecord {
    const record = { address: `${address}#${attributeOf(element, 'id') ?? ''}`, ...what };
    records.push(record);
    return record;
  }

  function openSection(heading: Element): void {
    const label = createFinder(heading).first(selectors.number);
    const number = label ? labelText(label, reader).replace(/^§$|\.$/, '') : '';
    place = number ? `${name} · ${number}` : name;
    current = add(heading, { head: place, title: headingText(heading, reader), names: [], text: '' });
  }

  main.children.forEach(walk);
  return records
    .map((record) => ({ ...record, title: tidy(record.title), text: tidy(record.text) }))
    .filter(({ title, text }) => title || text);
}

/** 第四章 of a chapter, 术语 of a page of the editors', 卷首 of the cover. */
function pageName({ first }: Finder, reader: TextReader): string {
  const kicker = first(`main ${selectors.kicker}`);
  const said = kicker ? labelText(kicker, reader) : '';
  if (/^第.+章/.test(said)) return said.replace(' ', '');
  if (first(`main ${selectors.contents}`)) return '卷首';
  const title = first('main h1');
  return title ? headingText(title, reader) : '';
}

function readNote(note: Element, place: string, reader: TextReader): Omit<SearchRecord, 'address'> {
  const label = createFinder(note).first('b');
  const said = label ? labelText(label, reader) : '';
  const text = tidy(note.children.map(reader.read).join('')).replace(said, '');
  return { head: `${said} · ${place}`, title: '', names: [], text };
}

function readTerm(entry: Element, reader: TextReader): Omit<SearchRecord, 'address'> {
  const { first } = createFinder(entry);
  const say = (selector: string): string => {
    const found = first(selector);
    return found ? labelText(found, reader) : '';
  };
  const others = say(selectors.alsoCalled).replace(/^又作/, '').split('、');
  const names = [...others, ...say(selectors.english).split(', ')].filter(Boolean);
  return { head: '术语', title: say('dfn'), names, text: say('dd') };
}

function readSource(entry: Element, reader: TextReader): Omit<SearchRecord, 'address'> {
  const number = createFinder(entry).first(selectors.number);
  const text = entry.children.map(reader.read).join('');
  return { head: `参考文献 ${number ? labelText(number, reader) : ''}`, title: '', names: [], text };
}

/** A heading without its number. */
function headingText({ children }: Element, { read }: TextReader): string {
  return tidy(children.map(read).join(''));
}

/** The text of an element that is a label itself, and so unread elsewhere; in one line. */
function labelText({ children }: Element, { read }: TextReader): string {
  return tidy(children.map(read).join('')).replaceAll('\n', ' ');
}
