import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { tableNames, type TableName } from '../../book/data/tables.ts';
import { inBookOrder } from '../../book/book-order.ts';
import { glossarySchema } from '../../book/glossary-schema.ts';
import { referencesSchema } from '../../book/reference-schema.ts';
import { listTermForms, type TermForms } from '../../book/term-forms.ts';
import type { Fault } from '../../markdown/edition/faults.ts';
import type { Targets } from '../../markdown/links/rehype-targets.ts';
import { readTargets, targetsFile } from './read-targets.ts';
import { listPages } from './list-pages.ts';
import { createReader, type ChapterReader } from './chapter-reader.ts';
import type { ProofChapter } from './read-chapter.ts';
import { readData, type ReadData } from './read-data.ts';
import { readRecords, type ReadRecord, type RecordFile } from './read-records.ts';
import { readTextFile } from './text-file.ts';
import type { Problem } from '../../build/problem.ts';

/** The content of the book, read and not yet judged. */
export interface ReadBook {
  chapters: ProofChapter[];
  /** Text of the article. */
  article: string;
  references: { records: ReadRecord[]; problems: Problem[] };
  /** Keys of the references; undefined when their file cannot be read, and every one would seem unknown. */
  keys: ReadonlySet<string> | undefined;
  glossary: { records: ReadRecord[]; problems: Problem[]; source: string };
  data: ReadData;
  /** The tables as they stand in their files. */
  texts: Record<TableName, string>;
  /** Paths of all files of `content` and `public`, from the project's folder. */
  files: ReadonlySet<string>;
  /** Addresses of the pages, and the ids that each has. */
  pages: Map<string, Set<string>>;
  targets: { targets: Targets; problems: Problem[] };
  /** What was lost in files before they were read. */
  lost: Problem[];
}

export const referencesFile: RecordFile = {
  file: 'content/references.yaml',
  noun: 'reference',
  schema: referencesSchema,
  schemaFile: 'src/book/reference-schema.ts',
};
export const dataFile = (name: TableName) => `content/data/${name}.csv`;
export const glossaryFile: RecordFile = {
  file: 'content/glossary.yaml',
  noun: 'term',
  schema: glossarySchema,
  schemaFile: 'src/book/glossary-schema.ts',
};

/** The article's own faults, by the chapter that they stand in. */
export type FaultsByFile = ReadonlyMap<string, readonly Fault[]>;

/** The article as it came. */
export const articleFile = 'content/article/article.md';

/** So many that all threads have diagrams to draw while chapters are read; so few that memory holds their trees. */
const readAtOnce = 48;

/**
 * Reads the whole content of the book.
 *
 * @param root the project's folder, an absolute path
 * @param readerOf makes what reads chapters, given the terms of the glossary
 * @param faults the article's own, as far as they are known, by file
 */
export async function readBook(
  root: string,
  readerOf: (terms: readonly TermForms[]) => ChapterReader = (terms) => createReader({ terms }),
  faults: FaultsByFile = new Map(),
): Promise<ReadBook> {
  const files = new Set([...(await listFiles(root, 'content')), ...(await listFiles(root, 'public'))]);
  const lost: Problem[] = [];
  const read = async (file: string): Promise<string> => {
    const { text, problems } = await readTextFile(root, file);
    lost.push(...problems);
    return text;
  };
  const references = readRecords(await read(referencesFile.file), referencesFile);
  const source = await read(glossaryFile.file);
  const glossary = { ...readRecords(source, glossaryFile), source };
  const keys = references.records.length ? new Set(references.records.map(({ key }) => key)) : undefined;

  const texts = Object.fromEntries(
    await Promise.all(tableNames.map(async (name) => [name, await read(dataFile(name))])),
  ) as Record<TableName, string>;
  const data = readData(texts, keys);

  const article = await read(articleFile);
  const readChapter = readerOf(listTermForms(glossary.records));
  const chapterFiles = [...files].filter((file) => /^content\/chapters\/[^/]+\.mdx$/.test(file)).sort();
  const targets = readTargets(files.has(targetsFile) ? await read(targetsFile) : '');
  const contextOf = (file: string) => ({ faults: faults.get(file) ?? [], targets: targets.targets });
  const found = await pLimit(readAtOnce).map(
    chapterFiles,
    async (file) => (await readChapter(file, await read(file), contextOf(file))).chapter,
  );
  const chapters = inBookOrder(found, ({ file, data }) => ({ name: file, kind: data?.kind }));

  const pages = listPages(chapters, references.records, glossary.records, data);
  return { chapters, article, references, keys, glossary, data, texts, files, pages, targets, lost };
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    );
}
