import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { tableNames, type TableName } from '../book/data/tables.ts';
import { fixedPages } from '../book/fixed-pages.ts';
import { glossarySchema } from '../book/glossary-schema.ts';
import { referencesSchema } from '../book/reference-schema.ts';
import { readTermForms } from '../book/term-forms.ts';
import { createCompiler } from '../markdown/compile.ts';
import { readArticle } from './article-source.ts';
import type { Passage } from './editorial-passages.ts';
import type { Finding } from './finding.ts';
import { judgeAnchors } from './judge-anchors.ts';
import { judgeArticle } from './judge-article.ts';
import { judgeCitations } from './judge-citations.ts';
import { judgeComponents } from './judge-components.ts';
import { judgeGlossary } from './judge-glossary.ts';
import { judgeImages } from './judge-images.ts';
import { judgeLinks } from './judge-links.ts';
import { judgeOutsideLinks } from './judge-outside-links.ts';
import { judgeProvenance } from './judge-provenance.ts';
import { judgeReferences } from './judge-references.ts';
import { judgeSpelling } from './judge-spelling.ts';
import { judgeTypedValues } from './judge-typed-values.ts';
import { judgeValues } from './judge-values.ts';
import { readChapter, type ProofChapter } from './read-chapter.ts';
import { readData } from './read-data.ts';
import { readRecords, type ReadRecord, type RecordFile } from './read-records.ts';
import type { RefusedHost } from './refused-hosts.ts';

const articleFile = 'content/article/article.md';
const referencesFile: RecordFile = {
  file: 'content/references.yaml',
  noun: 'reference',
  schema: referencesSchema,
  schemaFile: 'src/book/reference-schema.ts',
};
const dataFile = (name: TableName) => `content/data/${name}.csv`;
const glossaryFile: RecordFile = {
  file: 'content/glossary.yaml',
  noun: 'term',
  schema: glossarySchema,
  schemaFile: 'src/book/glossary-schema.ts',
};

/**
 * Reads the whole book and lists everything that is wrong with its content.
 *
 * @param root the project's folder, an absolute path
 * @returns findings in no particular order; none when the book may be built
 */
export async function proofread(root: string): Promise<Finding[]> {
  const files = new Set([...(await listFiles(root, 'content')), ...(await listFiles(root, 'public'))]);
  const article = await readFile(join(root, articleFile));
  const provenance = await readFile(join(root, 'content/article/provenance.yaml'), 'utf8');
  const read = (file: string) => readFile(join(root, file), 'utf8');
  const references = readRecords(await read(referencesFile.file), referencesFile);
  const glossarySource = await read(glossaryFile.file);
  const glossary = readRecords(glossarySource, glossaryFile);
  const refused = parse(await read('content/refused-sources.yaml')) as RefusedHost[];

  const keys = new Set(references.records.map(({ key }) => key));

  const texts = Object.fromEntries(
    await Promise.all(tableNames.map(async (name) => [name, await read(dataFile(name))])),
  ) as Record<TableName, string>;
  const data = readData(texts, keys);

  const compile = await createCompiler('/', readTermForms(join(root, glossaryFile.file)));
  const chapterFiles = [...files].filter((file) => /^content\/chapters\/[^/]+\.mdx$/.test(file)).sort();
  const chapters: ProofChapter[] = [];
  for (const file of chapterFiles) {
    chapters.push(await readChapter(file, await readFile(join(root, file), 'utf8'), compile));
  }

  // A chapter that could not be read would make the whole of it look dropped.
  const legible = chapters.every(({ data, inventory }) => data && inventory);
  const blocks = chapters.flatMap(({ file, blocks }) => blocks.map((block) => ({ ...block, file })));
  const published = new Set([
    ...[...files].filter((f) => f.startsWith('public/')).map((f) => f.slice('public'.length)),
    ...tableNames.map((name) => `/data/${name}.csv`),
  ]);
  const pages = listPages(chapters, keys, glossary.records);
  return [
    ...references.findings,
    ...glossary.findings,
    ...data.findings,
    ...chapters.flatMap(({ findings }) => findings),
    ...judgeProvenance(article, provenance, articleFile),
    ...(legible ? judgeArticle(readArticle(article.toString('utf8')), blocks, articleFile) : []),
    ...judgeComponents(chapters),
    ...judgeAnchors(chapters),
    ...judgeLinks(chapters, pages, published),
    ...judgeOutsideLinks(chapters, refused),
    ...judgeImages(chapters, files),
    ...judgeCitations(chapters, keys),
    ...judgeReferences(referencesFile.file, references.records, cited(chapters, data.cited), refused),
    ...judgeSpelling([
      ...chapters,
      ...tableNames.map((name) => ({
        file: dataFile(name),
        source: texts[name],
        passages: listCells(data.rows[name]),
      })),
      { file: glossaryFile.file, source: glossarySource, passages: listDefinitions(glossary.records) },
    ]),
    ...judgeGlossary(glossaryFile.file, glossary.records, pages),
    ...judgeValues(chapters, data),
    ...judgeTypedValues(chapters, data.rows),
  ];
}

function listPages(
  chapters: ProofChapter[],
  keys: ReadonlySet<string>,
  terms: ReadRecord[],
): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>(fixedPages.map((page) => [page, new Set()]));
  pages.set('/references/', new Set(keys));
  pages.set('/glossary/', new Set(terms.map(({ key }) => key)));
  pages.set('/errata/', new Set(chapters.flatMap(({ inventory }) => inventory?.rows ?? [])));
  for (const { address, inventory } of chapters) {
    const ids = pages.get(address) ?? new Set();
    for (const { value } of inventory?.anchors ?? []) ids.add(value);
    pages.set(address, ids);
  }
  return pages;
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''),
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
  if (!chapters.every(({ inventory }) => inventory)) return undefined;
  return new Set([
    ...byData,
    ...chapters.flatMap(({ inventory }) => inventory?.citations ?? []).map(({ value }) => value),
  ]);
}
