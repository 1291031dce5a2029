import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** An element of a built page, with what the checks ask for. */
export interface PageElement {
  name: string;
  /** By name as in the source: `href`, `xlink:href`, `data-layer`. */
  attributes: ReadonlyMap<string, string>;
  /** All text inside. */
  text: string;
  /** Of that, what stands in no other element. */
  ownText: string;
  parent: PageElement | undefined;
  children: PageElement[];
  /** Offset in the page's HTML at which its start tag ends; undefined when the parser made the element up. */
  openedAt: number | undefined;
}

/** A built page. */
export interface Page {
  /** Path in `dist`: `maths/index.html`. */
  file: string;
  /** Path that a browser asks for: `/a/b/maths/`. */
  address: string;
  html: string;
  /** All elements, in document order. */
  elements: PageElement[];
  /** Elements by id, in document order: more than one is an error. */
  ids: ReadonlyMap<string, PageElement[]>;
}

/**
 * Parses a page as a browser would.
 *
 * @param file path in `dist`
 * @param base path that the site stands under, with a slash at both ends
 * @param html text of the file
 */
export function readPage(file: string, base: string, html: string): Page {
  const elements: PageElement[] = [];
  const ids = new Map<string, PageElement[]>();

  function walk(node: Parent, parent: PageElement | undefined): string {
    let text = '';
    const children = 'content' in node ? node.content.childNodes : node.childNodes;
    for (const child of children) {
      if (child.nodeName === '#text' && 'value' in child) {
        text += child.value;
        if (parent) parent.ownText += child.value;
      }
      if (!('attrs' in child)) continue;
      const element = describe(child, parent);
      parent?.children.push(element);
      elements.push(element);
      const id = element.attributes.get('id');
      if (id !== undefined) ids.set(id, [...(ids.get(id) ?? []), element]);
      element.text = walk(child, element);
      text += element.text;
    }
    return text;
  }

  walk(parse(html, { sourceCodeLocationInfo: true }), undefined);
  return { file, address: base + file.replace(/(^|\/)index\.html$/, '$1'), html, elements, ids };
}

/** The element and those that it stands in, from the inside out. */
export function* ancestry(element: PageElement): Generator<PageElement> {
  for (let at: PageElement | undefined = element; at; at = at.parent) yield at;
}

/** `<a href="/maths/">`, for telling where something is: the attributes that matter, shortened. */
export function showTag({ name, attributes }: PageElement): string {
  const shown = ['id', 'class', 'rel', 'href', 'xlink:href', 'src'].flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined ? [] : [` ${key}="${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`];
  });
  return `<${name}${shown.join('')}>`;
}

function describe(node: DefaultTreeAdapterTypes.Element, parent: PageElement | undefined): PageElement {
  const attributes = node.attrs.map(({ name, prefix, value }): [string, string] => [
    prefix ? `${prefix}:${name}` : name,
    value,
  ]);
  return {
    name: node.tagName,
    attributes: new Map(attributes),
    text: '',
    ownText: '',
    parent,
    children: [],
    openedAt: node.sourceCodeLocation?.startTag?.endOffset,
  };
}
