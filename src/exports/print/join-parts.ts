import type { Element, ElementContent, Root } from 'hast';
import { contract } from '../../book/html-contract.ts';
import { attributeOf, createFinder, parsePart } from '../../build/html.ts';
import type { Book, Part } from '../book.ts';
import { linkFollower } from '../follow-link.ts';
import { unfold } from '../open-part.ts';
import { levelSelectors } from './level-selectors.ts';
import { anchorOf } from './part-for-print.ts';

/** A part that a page for print is to hold. */
export interface PrintedPart {
  name: string;
  /** Its text, see part-for-print.ts. */
  print: string;
}

/** Attributes whose value names an id, or several. */
const references = ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor', 'popoverTarget'];

/** Attributes that may hold `url(#id)`. */
const painted = ['markerStart', 'markerMid', 'markerEnd', 'fill', 'stroke', 'clipPath', 'mask', 'filter'];

/** Ids of the page itself, which no part may take. */
const taken = ['main', 'theme', 'contents'];

/**
 * Puts parts of the book into the page that is printed. Titles go down one level, below that of the book. An id
 * that an earlier part has is written behind the name of its part, and links inside of the book lead to places
 * of this page.
 *
 * @param page Astro's, with styles and an empty `<main>`
 * @param parts those of the page; of a large book each volume has a page
 * @throws Error when the page has no `<main>`
 */
export function joinParts(page: Root, parts: readonly PrintedPart[], book: Book): void {
  const { all, first } = createFinder(page);
  const main = first('main');
  if (!main) throw new Error('The page for print has no <main> to put the book into.');
  const opened = parts.flatMap(({ name, print }) => {
    const part = book.parts.find((one) => one.name === name);
    return part ? [{ part, tree: parsePart(print) }] : [];
  });
  const ids = giveIds(opened);
  const follow = linkFollower(book);

  const addressIn = (name: string, id: string | undefined): string | undefined => {
    const own = ids.get(name);
    return own && `#${(id === undefined ? undefined : own.get(id)) ?? anchorOf(name)}`;
  };
  const hasFront = ids.has('index');
  const addressOf = (href: string, from: Part): string | undefined => {
    const to = follow(href, from);
    // What is on another page stays a link to its own.
    if (to.kind === 'book') return addressIn(to.part.name, to.id);
    if (to.kind === 'contents' && hasFront) return '#contents';
    if (to.kind === 'cover' && hasFront) return '#main';
    return volumeForPrint(href, book.base);
  };

  main.children = main.children.filter((child) => child.type === 'element' && child.tagName === 'h1');
  for (const { part, tree } of opened) {
    rename(tree, (id) => ids.get(part.name)?.get(id) ?? id);
    for (const link of createFinder(tree).all('a[href]')) {
      const address = addressOf(attributeOf(link, 'href') ?? '', part);
      if (address !== undefined) link.properties['href'] = address;
    }
    const [section] = tree.children as [Element];
    unfold(section, contract.lab);
    const { all } = createFinder(section);
    for (const { properties } of all('details')) properties['open'] = true;
    // What comes into sight only on paper would come too late.
    for (const { properties } of all('img')) properties['loading'] = undefined;
    main.children.push(...placed(section, part));
  }
  for (const style of all('style'))
    for (const child of style.children) if (child.type === 'text') child.value = levelSelectors(child.value);
  // The contents stand on this page too.
  for (const link of all('a[href]'))
    if (hasFront && attributeOf(link, 'href') === `${book.base}#contents`)
      link.properties['href'] = '#contents';
}

/** Returns what stands in the page: of the front the opening, which is the book's, then the contents, then its text. */
function placed(section: Element, { place }: Part): ElementContent[] {
  const contents = place === 'front' ? createFinder(section).first(contract.contents) : undefined;
  if (contents) {
    markLevels(contents, 0);
    contents.properties['className'] = ['whole-contents'];
  }
  markLevels(section, place === 'front' ? 0 : 1);
  if (place !== 'front') return [section];
  const { matches } = createFinder(section);
  const opening = section.children.filter(
    (child) => child.type === 'element' && matches(child, contract.opening),
  );
  const before = [...opening, ...(contents ? [contents] : [])];
  section.children = section.children.filter((child) => !before.includes(child));
  return [...before, section];
}

/** A name on this page for every id of every part: its own, unless an earlier part has it. */
function giveIds(parts: readonly { part: Part; tree: Root }[]): Map<string, Map<string, string>> {
  const anchors = parts.map(({ part }) => anchorOf(part.name));
  const given = new Set([...taken, ...anchors]);
  return new Map(
    parts.map(({ part, tree }) => {
      const found = createFinder(tree)
        .all('[id]')
        .map((element) => attributeOf(element, 'id') ?? '')
        .filter((id) => !anchors.includes(id));
      const own = new Map(
        found.map((id) => [id, given.has(id) && !isContents(id, part) ? `${part.name}-${id}` : id]),
      );
      for (const id of own.values()) given.add(id);
      return [part.name, own];
    }),
  );
}

/** The contents of the cover are those of this page. */
function isContents(id: string, { place }: Part): boolean {
  return id === 'contents' && place === 'front';
}

function rename(tree: Root, nameOf: (id: string) => string): void {
  for (const { properties } of createFinder(tree).all('*')) {
    if (typeof properties['id'] === 'string') properties['id'] = nameOf(properties['id']);
    for (const name of references) {
      const value = properties[name];
      const named = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/\s+/);
      if (value !== undefined) properties[name] = named.map(nameOf).join(' ');
    }
    for (const name of painted) {
      const value = properties[name];
      if (typeof value === 'string')
        properties[name] = value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${nameOf(id)})`);
    }
  }
}

/** Of a large book, the contents on the cover lead to volumes: each has a page for print. */
function volumeForPrint(href: string, base: string): string | undefined {
  const [, number] = /^contents\/(\d+)\/$/.exec(href.startsWith(base) ? href.slice(base.length) : '') ?? [];
  return number && `${base}print/${number}/`;
}

/**
 * Puts titles down by some levels, and says in a class what each was, for it is to look the same; see
 * levelSelectors().
 */
function markLevels(body: Element, by: number): void {
  for (const heading of createFinder(body).all('h1, h2, h3, h4, h5, h6')) {
    const names = heading.properties['className'];
    const classes = Array.isArray(names) ? names : [];
    if (classes.some((name) => /^level-\d$/.test(String(name)))) continue;
    const level = Number(heading.tagName.slice(1));
    heading.properties['className'] = [...classes, `level-${level}`];
    heading.tagName = `h${Math.min(6, level + by)}`;
  }
}
