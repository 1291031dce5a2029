import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { followMoves, readAnchorList } from '../book/anchor-list.ts';
import { fixedPages } from '../book/fixed-pages.ts';
import { tableNames } from '../book/data/tables.ts';
import type { Passage } from './reading/editorial-passages.ts';
import type { Problem } from '../build/problem.ts';
import { anchorsFile, judgeAnchorList, judgeUnlistedAnchors } from './judges/judge-anchor-list.ts';
import { judgeAnchors } from './judges/judge-anchors.ts';
import { judgeArticle } from './judges/judge-article.ts';
import { judgeChapterFiles } from './judges/judge-chapter-files.ts';
import { judgeCitations } from './judges/judge-citations.ts';
import { judgeComponents } from './judges/judge-components.ts';
import { judgeGlossary } from './judges/judge-glossary.ts';
import { judgeImages } from './judges/judge-images.ts';
import { judgeLinks, type Pages } from './judges/judge-links.ts';
import { judgeOutsideLinks } from './judges/judge-outside-links.ts';
import { judgeProvenance } from './judges/judge-provenance.ts';
import { judgeReferences } from './judges/judge-references.ts';
import { judgeRuns } from './judges/judge-runs.ts';
import { judgeSpelling } from './judges/judge-spelling.ts';
import { judgeTargets } from './judges/judge-targets.ts';
import { judgeTermSections } from './judges/judge-term-sections.ts';
import { judgeTypedValues } from './judges/judge-typed-values.ts';
import { judgeValues } from './judges/judge-values.ts';
import { isShownOtherwise } from '../markdown/edition/faults.ts';
import { faultsIn, listShownOtherwise } from './faults-of-article.ts';
import { readArticleLines } from './reading/article-lines.ts';
import { listAnchors } from './reading/list-pages.ts';
import {
  articleFile,
  dataFile,
  glossaryFile,
  readBook,
  referencesFile,
  type ReadBook,
} from './reading/read-book.ts';
import type { ProofChapter } from './reading/read-chapter.ts';
import { readTextFile } from './reading/text-file.ts';
import type { ReadRecord } from './reading/read-records.ts';
import type { RefusedHost } from './judges/refused-hosts.ts';

/** The book, and what is wrong with it. */
export interface Proofread {
  book: ReadBook;
  /** In no particular order; none when the book may be built. */
  problems: Problem[];
  /** What is wrong in the article's own words: it is published as it stands, and marked where readers would wonder. */
  faults: Problem[];
}

/**
 * Reads the whole book and lists everything that is wrong with its content. Faults of the article are known only when it has
 * been read: the chapters that have some are read again, and show them.
 *
 * @param root the project's folder, an absolute path
 * @param readerOf see readBook
 */
export async function proofread(root: string, readerOf?: Parameters<typeof readBook>[1]): Promise<Proofread> {
  const faults = new Map<string, Problem>();
  for (;;) {
    const faultsByFile = Map.groupBy(listShownOtherwise([...faults.values()]), ({ file }) => file);
    const book = await readBook(root, readerOf, faultsByFile);
    const found = await judgeBook(root, book);
    // On a line that is not the article's the mistake is the editors'.
    const changed = new Set(found.filter(({ rule }) => rule.startsWith('article-')).map(lineOf));
    const isOfArticle = faultsIn(book.chapters, book.article);
    const isFault = (problem: Problem) => isOfArticle(problem) && !changed.has(lineOf(problem));
    const fresh = found.filter((problem) => isFault(problem) && !faults.has(keyOf(problem)));
    for (const fault of fresh) faults.set(keyOf(fault), fault);
    if (listShownOtherwise(fresh).length) continue;
    const problems = found.filter((problem) => !isFault(problem) || isShownOtherwise(problem.rule));
    return { book, problems, faults: [...faults.values()] };
  }
}

/**
 * Lists everything that is wrong with the content of a book that was read.
 *
 * @param root the project's folder, an absolute path
 * @returns see proofread
 */
async function judgeBook(root: string, book: ReadBook): Promise<Problem[]> {
  const { chapters, references, keys, glossary, data, texts, files, pages, targets, lost } = book;
  const read = async (file: string): Promise<string> => (await readTextFile(root, file)).text;
  const bytes = await readFile(join(root, articleFile));
  const provenance = await read('content/article/provenance.yaml');
  const refused = parse(await read('content/refused-sources.yaml')) as RefusedHost[];

  // A chapter that could not be read, or that a formula swallowed, would make the whole of it look dropped.
  const legible =
    chapters.every((chapter) => chapter.data && isWhole(chapter)) &&
    !lost.some(({ rule }) => rule === 'encoding-unknown');
  const published = new Set([
    ...[...files].filter((f) => f.startsWith('public/')).map((f) => f.slice('public'.length)),
    ...tableNames.map((name) => `/data/${name}.csv`),
  ]);
  const listed = readAnchorList(await read(anchorsFile));
  const anchors = listAnchors(pages);
  // A file of records that cannot be read would make all of its addresses look gone.
  const complete = legible && references.records.length > 0 && glossary.records.length > 0;
  // What leads into a chapter that hides ids is judged when it shows them.
  const hidden = new Set(chapters.filter(hidesIds).map(({ address }) => address));
  const knownPages: Pages = new Map(
    [...pages].map(([page, ids]) => [page, hidden.has(page) ? undefined : ids] as const),
  );
  const byAddress = new Map(listed.map((line) => [line.address, line]));
  const known = listed.filter(
    ({ address }) => !hidden.has(followMoves(address, byAddress).replace(/#.*/, '')),
  );
  const problems = [
    ...lost,
    ...references.problems,
    ...targets.problems,
    ...judgeTargets(targets.targets, chapters),
    ...glossary.problems,
    ...data.problems,
    ...chapters.flatMap(({ problems }) => problems),
    ...judgeChapterFiles(chapters, fixedPages, files),
    ...judgeProvenance(bytes, provenance, articleFile),
    ...(legible
      ? judgeArticle(
          readArticleLines(articleFile, book.article),
          chapters.flatMap(({ lines }) => lines),
          articleFile,
        )
      : []),
    ...judgeComponents(chapters),
    ...judgeAnchors(chapters),
    ...(complete ? judgeAnchorList(known, anchors) : []),
    ...judgeLinks(chapters, knownPages, published),
    ...judgeOutsideLinks(chapters, refused),
    ...judgeImages(chapters, files),
    ...(keys ? judgeCitations(chapters, keys) : []),
    ...judgeReferences(referencesFile.file, references.records, cited(chapters, data.cited), refused),
    ...judgeSpelling([
      ...chapters,
      ...tableNames.map((name) => ({
        file: dataFile(name),
        source: texts[name],
        passages: listCells(data.rows[name]),
      })),
      { file: glossaryFile.file, source: glossary.source, passages: listDefinitions(glossary.records) },
    ]),
    ...judgeGlossary(glossaryFile.file, glossary.records, knownPages),
    ...judgeTermSections(
      glossaryFile.file,
      glossary.records,
      chapters.filter(({ address }) => !hidden.has(address)),
    ),
    ...judgeValues(chapters, data),
    ...judgeTypedValues(chapters, data.rows),
    ...judgeRuns(chapters),
  ];
  // New addresses are listed when all else is right: until then they may change.
  return problems.length ? problems : judgeUnlistedAnchors(listed, anchors);
}

/** Could all of it be read, to its end? */
function isWhole({ inventory, problems }: ProofChapter): boolean {
  return inventory !== undefined && !problems.some(({ rule }) => rule.endsWith('-unclosed'));
}

/** Does it have a problem that keeps ids from being seen, which may be there when it is mended? */
function hidesIds(chapter: ProofChapter): boolean {
  return (
    !isWhole(chapter) ||
    chapter.problems.some(({ rule }) => rule === 'section-without-id' || rule === 'section-id-malformed')
  );
}

/** The editors' words in the glossary. */
function listDefinitions(terms: ReadRecord[]): Passage[] {
  return terms.flatMap(({ value: { definition }, placeOf }) =>
    typeof definition === 'string'
      ? [{ text: definition, start: placeOf('definition'), end: undefined }]
      : [],
  );
}

/** The editors' words in a table of data. */
function listCells(rows: Record<string, unknown>[]): Passage[] {
  return rows
    .flatMap((row) => Object.values(row))
    .filter((cell) => typeof cell === 'string')
    .map((text) => ({ text, start: undefined, end: undefined }));
}

/** Keys of the references that something cites; undefined while a chapter cannot be read and nobody knows. */
function cited(chapters: ProofChapter[], byData: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (!chapters.every(isWhole)) return undefined;
  return new Set([
    ...byData,
    ...chapters.flatMap(({ inventory }) => inventory?.citations ?? []).map(({ value }) => value),
  ]);
}

function keyOf({ file, line, column, rule }: Problem): string {
  return `${file}:${line}:${column} ${rule}`;
}

function lineOf({ file, line }: Problem): string {
  return `${file}:${line}`;
}
