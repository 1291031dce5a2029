import { rowOf } from '../book/annotation-kinds.ts';
import { idOf, slugOf, type ChapterData } from '../book/chapter-schema.ts';
import { citationOf } from '../book/citations.ts';
import { isTableName } from '../book/data/tables.ts';
import { glossarySchema } from '../book/glossary-schema.ts';
import { numeralMark } from '../book/numeral-mark.ts';
import type { Book, Chapter, GlossaryTerm } from '../book/model.ts';
import { orderReferences } from '../book/order-references.ts';
import { closingNote, frontMatter } from '../book/places.ts';
import type { Reference } from '../book/reference-schema.ts';
import { errataPages } from '../book/volumes.ts';
import type { ReadBook } from './reading/read-book.ts';
import type { ProofChapter } from './reading/read-chapter.ts';

/**
 * Makes the model of a book. Of one in which something is wrong, as while it is written, it holds what could be read.
 */
export function makeBook({ chapters: read, references, glossary, data }: ReadBook): Book {
  const errataPage = errataPages(read.filter((chapter) => chapter.data?.kind === 'chapter'));
  const chapters = read.flatMap((chapter) =>
    chapter.data ? [makeChapter(chapter, chapter.data, data.rows, errataPage(chapter.address))] : [],
  );
  const known = Object.fromEntries(references.records.map(({ key, value }) => [key, value as Reference]));
  const sources = orderReferences(known, chapters);
  return {
    chapters,
    sources,
    terms: listTerms(glossary.records, chapters),
    tables: data.rows,
    date: sources
      .map(({ accessed }) => accessed)
      .sort()
      .at(-1),
  };
}

/** @param errata address of the page that lists its annotations */
function makeChapter(
  { file, address, description, inventory }: ProofChapter,
  data: ChapterData,
  rows: ReadBook['data']['rows'],
  errata: string,
): Chapter {
  const numeral = data.kind === 'chapter' ? data.numeral : undefined;
  const place = data.kind === 'cover' ? frontMatter : closingNote;
  const { annotations, citations, ...described } = description;
  return {
    ...described,
    kind: data.kind,
    file,
    id: idOf(file),
    slug: data.kind === 'chapter' ? slugOf(file) : '',
    address,
    numeral,
    name: numeral?.replace('　', '') ?? place.title,
    mark: numeral === undefined ? place.mark : numeralMark(numeral),
    title: data.title,
    short: data.kind === 'chapter' ? (data.short ?? data.title) : place.title,
    section: data.kind === 'chapter' ? data.section : undefined,
    lead: data.lead,
    description: data.description ?? data.lead,
    annotations: annotations.map((annotation) => ({
      ...annotation,
      address: `${address}#${annotation.id}`,
      row: `${errata}#${rowOf(annotation.id)}`,
    })),
    citations: citations
      .filter((place) => !('table' in place) || isTableName(place.table))
      .map((place) => citationOf(place, rows)),
    anchors: [...new Set((inventory?.anchors ?? []).map(({ value }) => value))],
  };
}

/** The terms that the glossary's schema knows, each with what stands at its place: 第四章“4.1 数学模型构建”. */
function listTerms(records: ReadBook['glossary']['records'], chapters: readonly Chapter[]): GlossaryTerm[] {
  const places = new Map<string, string>(
    chapters
      .filter(({ kind }) => kind === 'chapter')
      .flatMap(({ address, numeral = '', sections }) =>
        sections.map(
          ({ id, number, title }) =>
            [`${address}#${id}`, `${numeral}“${number ? `${number}\u00a0` : ''}${title}”`] as const,
        ),
      ),
  );
  return records.flatMap(({ key, value }) => {
    const term = glossarySchema.safeParse({ [key]: value }).data?.[key];
    return term ? [{ ...term, key, place: places.get(term.see) ?? frontMatter.title }] : [];
  });
}
