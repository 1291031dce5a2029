import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, ElementContent } from 'hast';
import { parsePage } from '../../build/html.ts';
import type { Book, Part, PartPlace, PartSection } from './book.ts';
import type { BookOutline } from './outline-book.ts';
import { copyTree, elementsOf, findElement, findElements, hasClass, plainText } from './tree.ts';

/**
 * Opens a book: its parts are read when something is asked of them, so that a book of thousands of chapters is not held in
 * memory. What was read of a part is held as long as the part is.
 *
 * @param known what was found in its parts before, in their order
 */
export function openBook(outline: BookOutline, known: readonly KnownOfPart[] = []): Book {
  const { base, origin, contents, parts, palette } = outline;
  return {
    base,
    origin,
    contents,
    palette: new Map(palette),
    parts: parts.map((place, index) => openPart(outline.dist, place, known[index])),
  };
}

/** What was found in a part before. */
export type KnownOfPart = Pick<Part, 'sections' | 'lead'>;

/**
 * Opens one part of a book.
 *
 * @param dist folder of the built site
 * @param known what need not be looked for again
 * @returns a part that throws an Error when it is asked for its text and its page has none
 */
export function openPart(dist: string, place: PartPlace, known?: KnownOfPart): Part {
  return partOf(
    () => {
      const main = mainOf(readFileSync(path.join(dist, place.file), 'utf8'));
      if (!main) throw new Error(`dist/${place.file} has no <main>.`);
      if (place.place === 'front' || place.place === 'closing') return halfOfCover(main, place.place);
      return main;
    },
    place,
    known,
  );
}

/**
 * Describes a part by what stands in it.
 *
 * @param readBody reads the page's `<main>`; called once, when something of it is asked for
 */
export function partOf(readBody: () => Element, place: PartPlace, known?: KnownOfPart): Part {
  let read: Element | undefined;
  const body = (): Element => (read ??= readBody());
  let ids: ReadonlySet<string> | undefined;
  return {
    ...place,
    get sections() {
      return known?.sections ?? sectionsIn(body());
    },
    get lead() {
      if (known) return known.lead;
      const lead = findElement(body(), (element) => hasClass(element, 'lead'));
      return lead ? plainText(lead) : '';
    },
    get ids() {
      return (ids ??= new Set(
        findElements(body(), ({ properties }) => typeof properties['id'] === 'string').map(({ properties }) =>
          String(properties['id']),
        ),
      ));
    },
    readBody: () => copyTree(body()),
  };
}

/** The two parts of the cover: what stands before its contents, and behind them. */
export function coverParts(base: string): [front: PartPlace, closing: PartPlace] {
  const page = { file: 'index.html', address: base, mark: '' };
  return [
    { ...page, name: 'index', place: 'front', title: '导语与摘要' },
    { ...page, name: 'closing', place: 'closing', title: '篇末' },
  ];
}

/** The `<main>` of a page; undefined when it has none. */
export function mainOf(html: string): Element | undefined {
  return findElement(parsePage(html), ({ tagName }) => tagName === 'main');
}

function halfOfCover(cover: Element, place: 'front' | 'closing'): Element {
  const isClosing = (node: ElementContent): boolean =>
    node.type === 'element' && node.properties['id'] === 'closing';
  const contents = cover.children.findIndex((child) => child.type === 'element' && child.tagName === 'nav');
  const children = place === 'closing' ? cover.children.filter(isClosing) : cover.children.slice(0, contents);
  return { type: 'element', tagName: 'main', properties: {}, children };
}

function sectionsIn(body: Element): PartSection[] {
  return findElements(body, ({ tagName, properties }) => /^h[23]$/.test(tagName) && !!properties['id']).map(
    (heading) => {
      const number = elementsOf(heading).find((child) => hasClass(child, 'number'));
      const rest = heading.children.filter((child) => child !== number);
      return {
        id: String(heading.properties['id']),
        number: number ? plainText(number).replace(/^§|\.$/g, '') : '',
        title: plainText({ type: 'root', children: rest }),
        depth: Number(heading.tagName.slice(1)),
      };
    },
  );
}
