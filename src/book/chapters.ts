import { getCollection, render, type CollectionEntry } from 'astro:content';
import { inBookOrder } from './book-order.ts';
import { slugOf } from './chapter-schema.ts';
import { markOf } from './mark-of.ts';
import { once } from './once.ts';

export type ChapterEntry = CollectionEntry<'chapters'>;

/** A section of a chapter, for lists of contents. */
export interface Section {
  id: string;
  /** 4.1; undefined where the article gives none. */
  number: string | undefined;
  title: string;
  depth: number;
}

/** Something that lists of contents lead to. */
export interface Place {
  /** Address below the base path: `/maths/`. */
  address: string;
  title: string;
  /** At most two characters that stand before the title: 四, 一上, 附. */
  mark: string;
}

/** The cover, as the chapters see it. */
export const frontMatter: Place = { address: '/', title: '导语与摘要', mark: '首' };

/** The article's closing note. It stands on the cover, below the contents. */
export const closingNote: Place = { address: '/#closing', title: '篇末', mark: '末' };

/** The page that lists all that the book has. */
export const wholeContents: Place = { address: '/contents/', title: '全书目录', mark: '目' };

/** The editors' pages behind the chapters. */
export const backMatter: Place[] = [
  { address: '/errata/', title: '勘误总表', mark: '勘' },
  { address: '/glossary/', title: '术语', mark: '术' },
  { address: '/references/', title: '参考文献', mark: '献' },
];

/** What comes before and after a page of the back matter. */
export function backNeighbours(address: string): { previous: Place; next: Place | undefined } {
  const index = backMatter.findIndex((place) => place.address === address);
  return { previous: backMatter[index - 1] ?? closingNote, next: backMatter[index + 1] };
}

/** A chapter as lists of contents and the pages around it see it. */
export interface Chapter extends Place {
  entry: ChapterEntry;
  /** Name in the address; '' for the cover. */
  slug: string;
  /** Short title for lists. */
  short: string;
  /** 第四章; undefined for the cover. */
  numeral: string | undefined;
  /** The article's section whose heading the title is. */
  section: number | undefined;
  lead: string | undefined;
  description: string | undefined;
}

/** The chapters that have a page of their own, in order. */
export const listChapters = once(async (): Promise<readonly Chapter[]> => {
  const entries = await listEntries();
  return entries.filter(({ data }) => data.kind === 'chapter').map(asChapter);
});

/** The chapters around one, for a list that stays short: none where the address is of no chapter. */
export function around(chapters: readonly Chapter[], address: string): Chapter[] {
  const index = chapters.findIndex((chapter) => chapter.address === address);
  return index < 0 ? [] : chapters.slice(Math.max(0, index - 5), index + 6);
}

/** The two parts of the cover: what stands before the list of contents, and what closes the book. */
export async function coverParts(): Promise<{ cover: Chapter; closing: ChapterEntry }> {
  const entries = await listEntries();
  const cover = entries.find(({ data }) => data.kind === 'cover');
  const closing = entries.find(({ data }) => data.kind === 'closing');
  if (!cover || !closing)
    throw new Error('content/chapters needs one file with kind: cover and one with kind: closing.');
  return { cover: asChapter(cover), closing };
}

/** The h2 and h3 of a chapter. */
export async function listSections(entry: ChapterEntry): Promise<Section[]> {
  const { headings } = await render(entry);
  return headings
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(({ slug, text, depth }) => {
      const [, number, title = text] = /^(?:(\d+(?:\.\d+)*)\.?\s+|§)?(.*)$/.exec(text) ?? [];
      return { id: slug, number, title, depth };
    });
}

/** Every file of `content/chapters`, in the order of the book: cover, chapters, closing note. */
export async function listEntries(): Promise<ChapterEntry[]> {
  return inBookOrder(await getCollection('chapters'), ({ id, data: { kind } }) => ({ name: id, kind }));
}

function asChapter(entry: ChapterEntry): Chapter {
  const { data } = entry;
  const slug = data.kind === 'cover' ? '' : slugOf(entry.id);
  return {
    entry,
    slug,
    address: slug ? `/${slug}/` : '/',
    title: data.title,
    mark: data.kind === 'chapter' ? markOf(data.numeral) : frontMatter.mark,
    short: data.short ?? data.title,
    numeral: data.kind === 'chapter' ? data.numeral : undefined,
    section: data.kind === 'chapter' ? data.section : undefined,
    lead: data.lead,
    description: data.description ?? data.lead,
  };
}
