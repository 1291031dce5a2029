import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element } from 'hast';
import type { Placement } from '../../publish/pages/read-site.ts';
import type { PartPlace } from './book.ts';
import { htmlReader } from './html-reader.ts';
import { isVolume } from './list-addresses.ts';
import { coverParts, mainOf } from './open-book.ts';
import { elementsOf, findElement, findElements, hasClass, plainText } from './tree.ts';

/** What the cover and the contents say of a book: data, from which any thread can open it (see open-book.ts). */
export interface BookOutline extends Placement {
  /** Folder of the built site. */
  dist: string;
  /** The whole contents, as the cover has them. */
  contents: Element;
  /** In the order of reading. */
  parts: PartPlace[];
  palette: [name: string, colours: { light: string; dark: string }][];
}

/**
 * Reads the outline of the book from the cover's contents, and of a large book from those of its volumes. What the cover
 * has before and behind the contents are two parts.
 *
 * @param dist folder of the built site
 * @returns undefined when the cover has no contents: the checks tell what is wrong with it
 */
export async function outlineBook(
  dist: string,
  { base, origin }: Placement,
): Promise<BookOutline | undefined> {
  const html = await readFile(path.join(dist, 'index.html'), 'utf8').catch(() => '');
  const cover = mainOf(html);
  const contents =
    cover &&
    findElement(
      cover,
      (element) => element.tagName === 'nav' && element.children.some((child) => hasClass(child, 'chapters')),
    );
  if (!contents) return undefined;

  const htmlOf = htmlReader(dist, base);
  const parts = listPlaces(contents, base)
    .flatMap((listed) =>
      isVolume(listed.address, base)
        ? listVolume(mainOf(htmlOf(listed.address) ?? ''), base, listed)
        : [listed],
    )
    .map((listed): PartPlace => ({ ...listed, file: `${listed.name}/index.html` }));
  const lastChapter = parts.findLastIndex(({ place }) => place === 'chapter');
  const [front, closing] = coverParts(base);
  return {
    dist,
    base,
    origin,
    contents,
    parts: [front, ...parts.slice(0, lastChapter + 1), closing, ...parts.slice(lastChapter + 1)],
    palette: paletteOf(html),
  };
}

/** What the style sheet of a page says: `--ink:light-dark(#211e1a, #dcd6ca)`. */
function paletteOf(html: string): BookOutline['palette'] {
  const pairs = html.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g);
  return [...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]);
}

type Listed = Omit<PartPlace, 'file'>;

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
