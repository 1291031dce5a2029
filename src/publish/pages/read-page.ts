import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** An element of a built page, with what the checks ask for. */
export interface PageElement {
  name: string;
  /** By name as in the source: `href`, `xlink:href`, `data-layer`. */
  attributes: ReadonlyMap<string, string>;
  /** All text inside. It may be set where nothing else stands inside, as in a `<style>`. */
  text: string;
  /** Of that, what stands in no other element. */
  readonly ownText: string;
  parent: PageElement | undefined;
  readonly children: PageElement[];
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
  // A site of thousands of pages is held in memory: a name that the page says a thousand times is one string.
  const said = new Map<string, string>();
  const once = (text: string): string => {
    const known = said.get(text) ?? text;
    said.set(text, known);
    return known;
  };

  function walk(node: Parent, parent: ReadElement | undefined): void {
    const children = 'content' in node ? node.content.childNodes : node.childNodes;
    for (const child of children) {
      if (child.nodeName === '#text' && 'value' in child) parent?.content.push(child.value);
      if (!('attrs' in child)) continue;
      const element = new ReadElement(child, parent, once);
      parent?.content.push(element);
      elements.push(element);
      const id = element.attributes.get('id');
      if (id !== undefined) ids.set(id, [...(ids.get(id) ?? []), element]);
      walk(child, element);
    }
  }

  walk(parse(html, { sourceCodeLocationInfo: true }), undefined);
  return { file, address: base + file.replace(/(^|\/)index\.html$/, '$1'), html, elements, ids };
}

/** The element and those that it stands in, from the inside out. */
export function* ancestry(element: PageElement): Generator<PageElement> {
  for (let at: PageElement | undefined = element; at; at = at.parent) yield at;
}

/** Types of `<script>` that run or configure what runs; anything else is data, and no policy looks at it. */
const running = /^(|module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script)$/i;

/** Is it a script, and not data? */
export function isRunning({ name, attributes }: PageElement): boolean {
  return name === 'script' && running.test(attributes.get('type') ?? '');
}

/** The element that declares a page's charset. */
export function findCharset(page: Page): PageElement | undefined {
  return page.elements.find(({ name, attributes }) => name === 'meta' && attributes.has('charset'));
}

/** `<a href="/maths/">`, for telling where something is: the attributes that matter, shortened. */
export function showTag({ name, attributes }: PageElement): string {
  const shown = ['id', 'class', 'rel', 'href', 'xlink:href', 'src'].flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined ? [] : [` ${key}="${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`];
  });
  return `<${name}${shown.join('')}>`;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** An element that holds what was parsed and no more: its texts are put together when they are asked for. */
class ReadElement implements PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | undefined;
  openedAt: number | undefined;
  /** What stands inside, in order. */
  content: (string | ReadElement)[] = [];

  constructor(
    { tagName, attrs, sourceCodeLocation }: DefaultTreeAdapterTypes.Element,
    parent: PageElement | undefined,
    once: (text: string) => string,
  ) {
    this.name = once(tagName);
    this.parent = parent;
    this.openedAt = sourceCodeLocation?.startTag?.endOffset;
    this.attributes = attrs.length
      ? new Map(
          attrs.map(({ name, prefix, value }) => [once(prefix ? `${prefix}:${name}` : name), once(value)]),
        )
      : noAttributes;
  }

  get children(): PageElement[] {
    return this.content.filter((part) => typeof part !== 'string');
  }

  get ownText(): string {
    return this.content.filter((part) => typeof part === 'string').join('');
  }

  get text(): string {
    return this.content.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  }

  /** Of an element that holds text alone. */
  set text(text: string) {
    this.content = [text];
  }
}
