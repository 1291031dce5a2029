import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { isVolume } from './list-addresses.ts';
import { copyTree, findElement, findElements, hasClass, plainText } from './tree.ts';

/** The book as its finished pages have it, to be given other forms. */
export interface Book {
  /** Path that the site stands under, with a slash at both ends. */
  base: string;
  /** Where the site will stand; undefined when the deployer did not say. */
  origin: string | undefined;
  /** The whole contents, as the cover has them. */
  contents: Element;
  /** In the order of reading. */
  parts: Part[];
  palette: Palette;
}

/** The site's colours by the names of their custom properties. */
export type Palette = ReadonlyMap<string, { light: string; dark: string }>;

/** A part of the book: a chapter, or what stands before and behind the chapters. */
export interface Part {
  /** Name of its files: `maths`; `index` for what the cover has before the contents, `closing` behind them. */
  name: string;
  /** Path of its page in `dist`: `maths/index.html`. */
  file: string;
  /** Path of its page, as a browser asks for it: `/a/b/maths/`. */
  address: string;
  place: 'front' | 'chapter' | 'closing' | 'back';
  /** Of a large book, the volume that it is in. */
  volume?: number | undefined;
  /** What stands before the title in the contents: 四, 一上; '' for what is not listed there. */
  mark: string;
  title: string;
  sections: PartSection[];
  /** Its lead; '' where there is none. */
  lead: string;
  /** Reads the page's `<main>`, anew each time: what is given may be changed, and a large book is not kept in memory. */
  readBody: () => Element;
  /** All ids in there. */
  ids: ReadonlySet<string>;
}

/** A section, as the contents list it. */
export interface PartSection {
  id: string;
  /** 4.1; '' where the article gives none. */
  number: string;
  title: string;
  depth: number;
}

/**
 * Reads the book from its finished pages, in the order of the cover's contents. What the cover has before and
 * behind the contents are two parts.
 *
 * @param dist folder of the built site
 * @returns undefined when a page is missing or empty: the checks tell what is wrong with it
 */
export async function readBook(
  dist: string,
  { base, origin }: { base: string; origin: string | undefined },
): Promise<Book | undefined> {
  const html = await readFile(path.join(dist, 'index.html'), 'utf8').catch(() => '');
  const cover = mainOf(html);
  const contents =
    cover &&
    findElement(
      cover,
      (element) => element.tagName === 'nav' && element.children.some((child) => hasClass(child, 'chapters')),
    );
  if (!cover || !contents) return undefined;

  const places = await Promise.all(
    listPlaces(contents, base).map(async (listed) =>
      isVolume(listed.address, base)
        ? listVolume(await readMain(dist, `${listed.name}/index.html`), base, listed)
        : [listed],
    ),
  );
  const listed = await Promise.all(
    places.flat().map(async ({ name, address, ...place }): Promise<Part | undefined> => {
      const file = `${name}/index.html`;
      const body = await readMain(dist, file);
      const again = () => mainOf(readFileSync(path.join(dist, file), 'utf8')) as Element;
      return body && partOf(body, { name, file, address, ...place }, again);
    }),
  );
  const parts = listed.filter((part) => part !== undefined);
  if (parts.length < listed.length) return undefined;

  const lastChapter = parts.findLastIndex(({ place }) => place === 'chapter');
  return {
    base,
    origin,
    palette: paletteOf(html),
    contents,
    parts: [
      coverPart(cover, base, { name: 'index', place: 'front', title: '导语与摘要' }),
      ...parts.slice(0, lastChapter + 1),
      coverPart(cover, base, { name: 'closing', place: 'closing', title: '篇末' }),
      ...parts.slice(lastChapter + 1),
    ],
  };
}

/**
 * Describes a part by what stands in it.
 *
 * @param body the page's `<main>`
 * @param readBody reads it again; a copy of it where that is not said
 */
export function partOf(
  body: Element,
  known: Pick<Part, 'name' | 'file' | 'address' | 'place' | 'mark' | 'title' | 'volume'>,
  readBody = () => copyTree(body),
): Part {
  const lead = findElement(body, (element) => hasClass(element, 'lead'));
  const named = findElements(body, ({ properties }) => typeof properties['id'] === 'string');
  return {
    ...known,
    sections: sectionsIn(body),
    lead: lead ? plainText(lead) : '',
    readBody,
    ids: new Set(named.map(({ properties }) => String(properties['id']))),
  };
}

async function readMain(dist: string, file: string): Promise<Element | undefined> {
  return mainOf(await readFile(path.join(dist, file), 'utf8').catch(() => ''));
}

function mainOf(html: string): Element | undefined {
  const tree: Root = fromHtml(html);
  // Places in the page mean nothing to other forms of the book, and are half of what the tree weighs.
  visit(tree, (node) => {
    delete node.position;
  });
  return findElement(tree, ({ tagName }) => tagName === 'main');
}

/** What the style sheet of a page says: `--ink:light-dark(#211e1a, #dcd6ca)`. */
function paletteOf(html: string): Palette {
  const pairs = html.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

type Listed = Pick<Part, 'name' | 'address' | 'place' | 'mark' | 'title' | 'volume'>;

/** The chapters that the contents of a volume have, each in a title: its mark, then its name. */
function listVolume(main: Element | undefined, base: string, { name: volume }: Listed): Listed[] {
  if (!main) return [];
  const titles = findElements(
    main,
    ({ tagName, properties }) => tagName === 'h2' && String(properties['id']).startsWith('chapter-'),
  );
  return titles.flatMap((heading) => {
    const [mark, link] = elementsOf(heading);
    const address = link?.properties['href'];
    if (!mark || !link || typeof address !== 'string') return [];
    const name = address.slice(base.length).replace(/\/$/, '');
    const number = Number(volume.replace(/\D/g, ''));
    return [
      { name, address, place: 'chapter', mark: plainText(mark), title: plainText(link), volume: number },
    ];
  });
}

/** What the contents lead to. A chapter is what has sections there. */
function listPlaces(contents: Element, base: string): Listed[] {
  const list = contents.children.find((child) => hasClass(child, 'chapters'));
  return elementsOf(list).flatMap((item) => {
    const children = elementsOf(item);
    const link = children.find(({ tagName }) => tagName === 'a');
    const mark = children.find(({ tagName }) => tagName === 'span');
    const address = link?.properties['href'];
    if (!link || !mark || typeof address !== 'string' || !address.startsWith(base)) return [];
    const place = children.some(({ tagName }) => tagName === 'ol') ? 'chapter' : 'back';
    const name = address.slice(base.length).replace(/\/$/, '');
    return [{ name, address, place, mark: plainText(mark), title: plainText(link) }];
  });
}

/** What the cover has before the contents, or behind them. */
function coverPart(
  cover: Element,
  base: string,
  { name, place, title }: { name: string; place: 'front' | 'closing'; title: string },
): Part {
  const isClosing = (node: ElementContent): boolean =>
    node.type === 'element' && node.properties['id'] === 'closing';
  const contents = cover.children.findIndex((child) => child.type === 'element' && child.tagName === 'nav');
  const children = place === 'closing' ? cover.children.filter(isClosing) : cover.children.slice(0, contents);
  const body: Element = { type: 'element', tagName: 'main', properties: {}, children };
  return partOf(body, { name, file: 'index.html', address: base, place, mark: '', title });
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

function elementsOf(node: ElementContent | undefined): Element[] {
  if (node?.type !== 'element') return [];
  return node.children.filter((child) => child.type === 'element');
}
