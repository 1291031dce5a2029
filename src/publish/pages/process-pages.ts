import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cached } from '../../build/cache.ts';
import { runInThread } from '../../build/pool.ts';
import { writeSiteFile } from '../../build/write-site-file.ts';
import type { Book } from '../../exports/book.ts';
import type { ExportedPart } from '../../exports/export-part.ts';
import { readRedirects } from '../redirects/redirects.ts';
import type { PageJob, ProcessedPage } from './process-page.ts';

const processor = new URL('./process-page.ts', import.meta.url);

/** What is known of a page when its draft stands in its file. */
export type SitePage = Omit<ProcessedPage, 'draft' | 'sections'> & {
  scripts: string[];
  styles: string[];
};

/** What the pages of a site are made with. */
export interface PageSettings {
  book: Book;
  /** What the cover says of the chapters. */
  chapters: PageJob['preview']['chapters'];
  sectionPictures: boolean;
  /** The text of content/anchors.txt. */
  anchors: string;
}

/**
 * Has every page processed, first those that the pages for print are made of. A draft of each stands in its file afterwards,
 * to be completed, and pages that stand for sections are there; what is known of the pages is small, so that a book may have a
 * thousand chapters.
 *
 * @param dist folder of the built site
 * @param files the pages there
 * @param root folder of all caches; the project's own unless a test has another
 * @returns in the order of their files
 */
export async function processPages(
  dist: string,
  files: readonly string[],
  settings: PageSettings,
  root?: string,
): Promise<SitePage[]> {
  const { book, chapters, sectionPictures } = settings;
  const cache = { name: 'pages', module: processor.href, ...(root === undefined ? {} : { root }) };
  const redirects = readRedirects(settings.anchors);
  const shared = JSON.stringify(book);

  const process = async (file: string, printed?: ExportedPart[]): Promise<SitePage> => {
    const job: PageJob = {
      file,
      html: await readFile(path.join(dist, file), 'utf8'),
      book,
      preview: { date: book.date, sectionPictures, chapters: file === 'index.html' ? chapters : [] },
      redirects: redirects.get(file) ?? [],
      printed: printed?.map(({ name, print }) => ({ name, print })),
    };
    const { html, preview } = job;
    const inputs = [file, html, shared, preview, job.redirects, job.printed];
    const { draft, sections, ...known } = await cached(cache, inputs, () =>
      runInThread<ProcessedPage>(processor, job),
    );
    for (const page of [{ file, html: draft.html }, ...sections]) writeSiteFile(dist, page.file, page.html);
    return { ...known, scripts: draft.scripts, styles: draft.styles };
  };

  // The largest first: nothing is to wait for it at the end.
  const size = (file: string): number => statSync(path.join(dist, file)).size;
  const ordered = files.toSorted((a, b) => size(b) - size(a));
  const first = await Promise.all(ordered.filter((file) => !isForPrint(file)).map((file) => process(file)));
  const parts = exportsIn(book, first);
  const last = await Promise.all(
    ordered.filter(isForPrint).map((file) =>
      process(
        file,
        parts.filter((part) => printPageOf(part) === file),
      ),
    ),
  );
  return [...first, ...last].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Returns the exports of all parts, in the order of reading. */
export function exportsIn({ parts }: Book, pages: readonly Pick<SitePage, 'exports'>[]): ExportedPart[] {
  const order = new Map(parts.map(({ name }, index) => [name, index]));
  return pages
    .flatMap(({ exports }) => exports)
    .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
}

function isForPrint(file: string): boolean {
  return /^print\/(\d+\/)?index\.html$/.test(file);
}

function printPageOf({ volume }: ExportedPart): string {
  return volume === undefined ? 'print/index.html' : `print/${volume}/index.html`;
}
