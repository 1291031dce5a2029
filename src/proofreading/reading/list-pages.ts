import { annotationKinds } from '../../book/annotation-kinds.ts';
import { isTableName } from '../../book/data/tables.ts';
import { fixedPages } from '../../book/fixed-pages.ts';
import { glossaryGroups } from '../../book/glossary-schema.ts';
import { volumesOf } from '../../book/volumes.ts';
import { readAttribute } from '../../markdown/jsx.ts';
import type { ProofChapter } from './read-chapter.ts';
import type { ReadData } from './read-data.ts';
import type { ReadRecord } from './read-records.ts';

/**
 * Lists the pages of the book, and the ids that links can lead to on each: what the chapters and records say,
 * and the sections that the layouts of the cover and the editors' pages add.
 */
export function listPages(
  chapters: ProofChapter[],
  references: ReadRecord[],
  terms: ReadRecord[],
  data: ReadData,
): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>(fixedPages.map((page) => [page, new Set()]));
  for (const { address, inventory } of chapters) {
    const ids = pages.get(address) ?? new Set();
    for (const { value } of inventory?.anchors ?? []) ids.add(value);
    pages.set(address, ids);
  }
  const add = (page: string, ids: string[]): void => {
    const known = pages.get(page) ?? new Set();
    pages.set(page, known);
    for (const id of ids) known.add(id);
  };
  add('/', ['contents', 'closing']);
  const volumes = volumesOf(chapters.filter(({ address }) => address !== '/'));
  const numbers = new Map(
    volumes.flatMap(({ number, chapters }) =>
      chapters.map(({ address }) => [address, `${number}/`] as const),
    ),
  );
  add('/contents/', ['back-matter']);
  for (const { address, inventory } of chapters) {
    const volume = numbers.get(address) ?? '';
    add(`/contents/${volume}`, [`chapter-${address.replaceAll('/', '') || 'cover'}`]);
    add(`/errata/${volume}`, inventory?.rows ?? []);
  }
  add('/references/', [
    ...(references.some(({ value }) => value.weakness) ? ['weak'] : []),
    ...firstCiting(chapters, data),
    ...references.map(({ key }) => key),
  ]);
  add('/glossary/', [
    ...glossaryGroups.map((_, index) => `terms-${index + 1}`),
    ...terms.map(({ key }) => key),
  ]);
  for (const volume of ['', ...new Set(numbers.values())])
    add(
      `/errata/${volume}`,
      Object.values(annotationKinds).map(({ id }) => `all-${id}`),
    );
  return pages;
}

/**
 * The addresses that stay: every page, section, equation, figure, table, listing, note, question, term and
 * reference. Not the marks in the text that lead to notes, footnotes and references, nor the rows of the table of all
 * errata: those come and go with what they belong to. Nor the volumes of a large book, which grow with it.
 *
 * @param pages see listPages
 * @returns `/maths/`, `/maths/#eq-loss`, …
 */
export function listAnchors(pages: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const passing = (page: string, id: string): boolean =>
    /-ref$|^cite-|^fn(ref)?-|^footnotes-/.test(id) || (page === '/errata/' && id.startsWith('row-'));
  return new Set(
    [...pages]
      .filter(([page]) => !isVolume(page))
      .flatMap(([page, ids]) => [
        page,
        ...[...ids].filter((id) => !passing(page, id)).map((id) => `${page}#${id}`),
      ]),
  );
}

/** `/contents/2/`. */
function isVolume(page: string): boolean {
  return /^\/[a-z]+\/\d+\/$/.test(page);
}

/** Ids of the parts of the references: each chapter that cites something that none before it does. */
function firstCiting(chapters: ProofChapter[], { rows }: ReadData): string[] {
  const seen = new Set<string>();
  return chapters.flatMap(({ address, inventory }) => {
    const charts = (inventory?.components ?? []).flatMap(({ value }) => {
      const table = value.name === 'Chart' ? (readAttribute(value, 'of') ?? '') : '';
      return isTableName(table) ? rows[table].flatMap(({ sources }) => sources) : [];
    });
    const cited = [...(inventory?.citations ?? []).map(({ value }) => value), ...charts];
    const first = [...new Set(cited)].filter((key) => !seen.has(key));
    for (const key of cited) seen.add(key);
    const id = `first-in-${address.replaceAll('/', '') || 'cover'}`;
    // Many are listed in parts of at most 60 (see layouts/ReferencesPage.astro).
    return Array.from({ length: Math.ceil(first.length / 60) }, (_, part) =>
      part ? `${id}-${part + 1}` : id,
    );
  });
}
