import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableNames, type TableName } from '../book/data/tables.ts';
import { fixedPages } from '../book/fixed-pages.ts';
import { createCompiler } from '../markdown/compile.ts';
import { readArticle } from './article-source.ts';
import type { Finding } from './finding.ts';
import { judgeAnchors } from './judge-anchors.ts';
import { judgeArticle } from './judge-article.ts';
import { judgeCitations } from './judge-citations.ts';
import { judgeComponents } from './judge-components.ts';
import { judgeImages } from './judge-images.ts';
import { judgeLinks } from './judge-links.ts';
import { judgeProvenance } from './judge-provenance.ts';
import { judgeValues } from './judge-values.ts';
import { readChapter, type ProofChapter } from './read-chapter.ts';
import { readData } from './read-data.ts';
import { readReferences } from './read-references.ts';

const articleFile = 'content/article/article.md';
const referencesFile = 'content/references.yaml';

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
  const references = readReferences(referencesFile, await readFile(join(root, referencesFile), 'utf8'));

  const texts = await Promise.all(
    tableNames.map(async (name) => [name, await readFile(join(root, `content/data/${name}.csv`), 'utf8')]),
  );
  const data = readData(Object.fromEntries(texts) as Record<TableName, string>, references.keys);

  const compile = await createCompiler();
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
  return [
    ...references.findings,
    ...data.findings,
    ...chapters.flatMap(({ findings }) => findings),
    ...judgeProvenance(article, provenance, articleFile),
    ...(legible ? judgeArticle(readArticle(article.toString('utf8')), blocks, articleFile) : []),
    ...judgeComponents(chapters),
    ...judgeAnchors(chapters),
    ...judgeLinks(chapters, listPages(chapters, references.keys), published),
    ...judgeImages(chapters, files),
    ...judgeCitations(chapters, references.keys),
    ...judgeValues(chapters, data),
  ];
}

function listPages(chapters: ProofChapter[], keys: ReadonlySet<string>): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>(fixedPages.map((page) => [page, new Set()]));
  pages.set('/references/', new Set(keys));
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
