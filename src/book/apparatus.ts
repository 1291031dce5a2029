import { render } from 'astro:content';
import { rowOf, type AnnotationKind } from './annotation-kinds.ts';
import {
  closingNote,
  frontMatter,
  listChapters,
  listEntries,
  type ChapterEntry,
  type Place,
} from './chapters.ts';
import { slugOf } from './chapter-schema.ts';
import { citationOf, type Citation, type FoundCitation } from './citations.ts';
import { tableRows } from './data/contents.ts';
import { markOf } from './mark-of.ts';
import { once } from './once.ts';
import { errataPages } from './volumes.ts';

/** A note of a chapter, as remark-annotations hands it over. */
export interface Annotation {
  id: string;
  kind: AnnotationKind;
  /** 一 of 〔一〕. */
  numeral: string;
  verdict: string;
  /** The article's words that it is about; undefined for a note on a whole paragraph. */
  lemma?: string;
  /** What should stand there; of errata only. */
  correction?: string;
  /** Where it stands; undefined before the first section. */
  section?: { id: string; title: string };
}

/** What a chapter has of notes and citations. */
export interface ChapterApparatus extends Place {
  /** What readers call it: 第四章, 第一章上. */
  name: string;
  annotations: Annotation[];
  citations: Citation[];
}

/**
 * Collects the notes and citations of all chapters, in the order of the book. Every citation asks for it, so
 * it is done once a build.
 */
export const collectApparatus = once(async (): Promise<ChapterApparatus[]> =>
  Promise.all(
    (await listEntries()).map(async (entry) => {
      const { remarkPluginFrontmatter: found } = await render(entry);
      return {
        ...placeOf(entry),
        annotations: (found['annotations'] ?? []) as Annotation[],
        citations: ((found['citations'] ?? []) as FoundCitation[]).map((place) =>
          citationOf(place, tableRows),
        ),
      };
    }),
  ),
);

/** The addresses of notes' rows in the table of all errata, by the ids of the notes. */
export const rowAddresses = once(async () => {
  const pageOf = errataPages(await listChapters());
  return new Map(
    (await collectApparatus()).flatMap(({ address, annotations }) =>
      annotations.map(({ id }) => [id, `${pageOf(address)}#${rowOf(id)}`] as const),
    ),
  );
});

function placeOf({ id, data }: ChapterEntry): Place & { name: string } {
  if (data.kind === 'cover') return { ...frontMatter, name: frontMatter.title };
  if (data.kind === 'closing') return { ...closingNote, address: '/', name: closingNote.title };
  return {
    address: `/${slugOf(id)}/`,
    title: data.short ?? data.title,
    mark: markOf(data.numeral),
    name: data.numeral.replace('　', ''),
  };
}
