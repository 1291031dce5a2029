import type { Element, ElementContent, Properties } from 'hast';
import { followLink } from '../book/follow-link.ts';
import { nameLabs } from '../book/name-labs.ts';
import type { Book, Part } from '../book/book.ts';
import { copyTree, findElements, hasClass, replaceElements } from '../book/tree.ts';

/** Attributes whose value names an id, or several. */
const references = ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor', 'popoverTarget'];

/** Attributes that may hold `url(#id)`. */
const painted = ['markerStart', 'markerMid', 'markerEnd', 'fill', 'stroke', 'clipPath', 'mask', 'filter'];

/** Ids of the page itself, which no part may take. */
const taken = ['main', 'theme', 'contents'];

/**
 * Joins the parts of the book to the text of one page. Titles go down one level, below that of the book. An id
 * that an earlier part has is written behind the name of its part, and links inside of the book lead to places
 * of this page.
 *
 * @param parts those of the page; of a large book each volume has a page
 * @returns what stands in the page's `<main>`
 */
export function joinParts(book: Book, parts: readonly Part[] = book.parts): ElementContent[] {
  const ids = giveIds(parts);
  const addressIn = (part: Part, id: string | undefined): string | undefined => {
    const own = ids.get(part);
    return own && `#${(id === undefined ? undefined : own.get(id)) ?? anchorOf(part)}`;
  };

  function prepare(body: Element, part: Part, down: number): Element {
    rename(body, (id) => ids.get(part)?.get(id) ?? id);
    makeLocal(body, part, book, addressIn);
    markLevels(body, down);
    nameLabs(body);
    for (const details of findElements(body, ({ tagName }) => tagName === 'details'))
      details.properties['open'] = true;
    return body;
  }

  return parts.flatMap((part) => {
    const body = part.readBody();
    const layer = body.properties['dataLayer'];
    if (part.place !== 'front') {
      dropPage(body);
      return [asSection(part, layer, prepare(body, part, 1).children)];
    }
    // The cover's opening is the book's; the contents come next, and keep their place among the ids.
    const { children } = prepare(body, part, 0);
    const openings = children.filter((child) => hasClass(child, 'opening'));
    const contents = prepare(copyTree(book.contents), { ...part }, 0);
    contents.properties['className'] = ['whole-contents'];
    return [
      ...openings,
      contents,
      asSection(
        part,
        layer,
        children.filter((child) => !openings.includes(child)),
      ),
    ];
  });
}

function asSection(part: Part, layer: Properties[string], children: ElementContent[]): Element {
  const properties = { className: ['part'], id: anchorOf(part), ...(layer ? { dataLayer: layer } : {}) };
  return { type: 'element', tagName: 'section', properties, children };
}

/** Where a part begins. */
function anchorOf({ name }: Part): string {
  return `part-${name}`;
}

/** A name on this page for every id of every part: its own, unless an earlier part has it. */
function giveIds(parts: readonly Part[]): Map<Part, Map<string, string>> {
  const given = new Set([...taken, ...parts.map(anchorOf)]);
  return new Map(
    parts.map((part) => {
      const own = new Map([...part.ids].map((id) => [id, given.has(id) ? `${part.name}-${id}` : id]));
      for (const id of own.values()) given.add(id);
      return [part, own];
    }),
  );
}

/** Takes away what a page has for itself: the switch of readings, what stands before and after, scripts. */
function dropPage(body: Element): void {
  replaceElements(body, (element) =>
    element.tagName === 'script' || hasClass(element, 'readings') || hasClass(element, 'neighbours')
      ? []
      : undefined,
  );
}

function rename(body: Element, nameOf: (id: string) => string): void {
  for (const { properties } of findElements(body, () => true)) {
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

/** Makes links inside of the book lead to places of this page. */
function makeLocal(
  body: Element,
  from: Part,
  book: Book,
  addressIn: (part: Part, id: string | undefined) => string | undefined,
): void {
  const [front] = book.parts;
  const hasFront = front && addressIn(front, undefined) !== undefined;
  for (const { properties } of findElements(body, ({ tagName }) => tagName === 'a')) {
    const to = followLink(String(properties['href'] ?? ''), from, book);
    // What is on another page stays a link to its own.
    if (to.kind === 'book') properties['href'] = addressIn(to.part, to.id) ?? properties['href'];
    else if (to.kind === 'contents' && hasFront) properties['href'] = '#contents';
    else if (to.kind === 'cover' && hasFront) properties['href'] = '#main';
  }
}

/**
 * Puts titles down by some levels, and says in a class what each was, for it is to look the same; see
 * levelSelectors().
 */
function markLevels(body: Element, by: number): void {
  for (const heading of findElements(body, ({ tagName }) => /^h[1-6]$/.test(tagName))) {
    const level = Number(heading.tagName.slice(1));
    addClass(heading, `level-${level}`);
    heading.tagName = `h${Math.min(6, level + by)}`;
  }
}

function addClass(element: Element, name: string): void {
  const names = element.properties['className'];
  element.properties['className'] = [...(Array.isArray(names) ? names : []), name];
}
