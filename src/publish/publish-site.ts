import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Book } from '../book/model.ts';
import { backMatter } from '../book/places.ts';
import { listFiles } from '../build/list-files.ts';
import { endThreads } from '../build/pool.ts';
import { report } from '../build/report.ts';
import type { Problem } from '../build/problem.ts';
import { writeSiteFile } from '../build/write-site-file.ts';
import { endStep } from '../build/timings.ts';
import { writeExports } from '../exports/index.ts';
import { listParts } from '../exports/list-parts.ts';
import type { Placement } from '../site.ts';
import { cutFaces } from './fonts/cut-faces.ts';
import { declareFaces, preloadFaces } from './fonts/declare-faces.ts';
import { fontFolder, writeFonts } from './fonts/write-fonts.ts';
import { compressFiles } from './hosting/compress-files.ts';
import { writeHostFiles } from './hosting/write-host-files.ts';
import { writeIcons } from './icons/write-icons.ts';
import { worker, writeWorker } from './offline/write-worker.ts';
import { checkSite } from './pages/check-site.ts';
import { completePage } from './pages/complete-page.ts';
import { exportsIn, processPages, type SitePage } from './pages/process-pages.ts';
import { writePictures } from './previews/write-pictures.ts';
import { pageLeft, readRedirects } from './redirects/redirects.ts';
import { orderRecords } from './search/order-records.ts';
import { writeRecords } from './search/write-records.ts';
import { writeLicences } from './write-licences.ts';

/** A book of more sections than this shows the chapter's picture for each: one weighs as much as a chapter. */
const mostPictures = 200;

/**
 * Makes of what Astro wrote the site that readers get.
 *
 * @param dist folder of the built site
 * @param model of the book
 * @param anchors the text of content/anchors.txt, which says what has moved
 * @returns what is wrong with the site, which is then not finished; nothing when it is
 */
export async function publishSite(
  dist: string,
  model: Book,
  anchors: string,
  placement: Placement,
): Promise<Problem[]> {
  const { base } = placement;
  const { chapters, date } = model;
  const closing = chapters.find(({ kind }) => kind === 'closing')?.anchors ?? [];
  const parts = listParts(chapters, backMatter, base);
  const book = { ...placement, parts, closing: ['closing', ...closing], date };
  const sectionPictures = chapters.reduce((sum, { sections }) => sum + sections.length, 0) <= mostPictures;

  const pages = await processPages(
    dist,
    listFiles(dist).filter((file) => file.endsWith('.html')),
    { book, chapters: nameChapters(chapters), sectionPictures, anchors },
  );
  endStep('pages processed');
  const exported = exportsIn(book, pages);
  // Where a page is missing or empty, the checks say so, and no form of the book would be whole.
  const problems = exported.length === parts.length ? await writeExports(dist, book, exported) : [];
  endStep('exports');
  writeRedirectPages(dist, anchors, base);
  await writeIcons(dist);
  const leftOut = await writePictures(
    dist,
    pages.flatMap(({ pictures }) => pictures),
  );
  endStep('icons and pictures');
  const found = await checkSite(dist, listFiles(dist), pages, placement);
  // It is seen in another face; and the article may have any character.
  const isPlain = ({ rule }: Problem): boolean => rule === 'missing-glyph';
  problems.push(...found.filter((problem) => !isPlain(problem)));
  leftOut.push(...found.filter(isPlain));
  if (leftOut.length) console.warn(`\n${report(leftOut, 'the site is published so')}\n`);
  if (problems.length) return problems;

  writeRecords(
    dist,
    orderRecords(
      pages,
      parts.map(({ address }) => address),
    ),
  );
  await completePages(dist, pages, `${base}${fontFolder}/`);
  endStep('fonts and search');
  await compressFiles(dist, { only: (name) => name !== worker });
  endStep('compressing');
  // After all that readers get, for it lists the files as they are sent; what hosts read is not among them.
  await writeWorker(dist);
  await writeHostFiles(dist, base, anchors);
  await compressFiles(dist, { only: (name) => name === worker });
  await endThreads();
  endStep('offline');
  return [];
}

function nameChapters(chapters: Book['chapters']): { title: string; numeral: string; address: string }[] {
  return chapters
    .filter(({ kind }) => kind === 'chapter')
    .map(({ title, numeral = '', address }) => ({ title, numeral, address }));
}

/** Leaves a page where a whole page was that has moved. */
function writeRedirectPages(dist: string, anchors: string, base: string): void {
  for (const [file, redirects] of readRedirects(anchors))
    if (!existsSync(path.join(dist, file))) writeSiteFile(dist, file, pageLeft(redirects, base));
}

/** Cuts the fonts to what the pages show, and completes each page in its file. */
async function completePages(dist: string, pages: readonly SitePage[], folder: string): Promise<void> {
  const fonts = await cutFaces(new Map(pages.map((page) => [page, page.shown])));
  writeFonts(dist, fonts.values());
  writeLicences(dist, [...fonts.values()].flat());
  const sizeOf = (file: string): number => statSync(path.join(dist, file)).size;
  for (const page of pages) {
    const html = readFileSync(path.join(dist, page.file), 'utf8');
    const files = fonts.get(page) ?? [];
    const own = { faces: declareFaces(files, folder), preload: preloadFaces(files, folder) };
    writeSiteFile(dist, page.file, completePage({ ...page, html }, own, sizeOf));
  }
}
