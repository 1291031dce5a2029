import type { Book } from '../book/model.ts';
import type { Problem } from '../build/problem.ts';
import { finishPages } from './pages/finish-pages.ts';
import { htmlReader } from '../exports/book/html-reader.ts';
import { cutFaces } from './fonts/cut-faces.ts';
import { fontFolder, writeFonts } from './fonts/write-fonts.ts';
import { compressFiles } from './hosting/compress-files.ts';
import { writeHostFiles } from './hosting/write-host-files.ts';
import { writeIcons } from './icons/write-icons.ts';
import { writeMoves } from './redirects/write-moves.ts';
import { worker, writeWorker } from './offline/write-worker.ts';
import { writePreviews } from './previews/write-previews.ts';
import { readSite, type Placement, type Site } from './pages/read-site.ts';
import { orderRecords } from './search/order-records.ts';
import { searchFolder, writeSearch } from './search/write-search.ts';
import { takeAway } from '../exports/take-away.ts';
import { crew, painters } from '../build/threads/crew.ts';
import { endStep } from '../build/timings.ts';

/**
 * Makes of what Astro wrote the site that readers get. What is done with one page is done in threads and kept for the next
 * build; here the whole site is known by facts of its pages only, so that a book may have thousands of chapters.
 *
 * @param dist folder of the built site
 * @param placement where the site is built to stand
 * @param anchors the text of content/anchors.txt, which says what has moved
 * @param book its model
 * @returns what is wrong with the site, which is then not finished; nothing when it is
 */
export async function finishSite(
  dist: string,
  placement: Placement,
  anchors: string,
  book: Book,
): Promise<Problem[]> {
  const { base } = placement;
  // First, so that their pages are judged like all others.
  const previews = await writePreviews(dist, placement, book);
  endStep('previews');
  await writeIcons(dist);
  await writeMoves(dist, base, anchors);
  endStep('icons, moves');
  // While diagrams have their text beside them, which the pages are left without.
  await takeAway(dist, placement);
  await previews.drawn;
  await painters.end();
  endStep('other forms');
  const site = await readSite(dist, placement, previews.additions);
  endStep('reading the pages');
  const problems = [...previews.problems, ...site.problems];
  if (problems.length) return problems;

  const records = orderRecords(site.pages, htmlReader(dist, base), base);
  // Pagefind works in a process of its own, which takes its time for a large book: it is waited for last.
  const searchable = writeSearch(dist, records);
  const isLate = (name: string): boolean => name === worker || name.startsWith(`${searchFolder}/`);
  const compressed = (async () => {
    await finishWithFonts(dist, site, `${base}${fontFolder}/`);
    endStep('fonts, finishing');
    await compressFiles(dist, { only: (name) => !isLate(name) });
    endStep('compressing');
  })();
  await Promise.all([searchable, compressed]);
  endStep('search');
  // After all that readers get, for it lists the files as they are sent; what hosts read is not among them.
  await writeWorker(dist);
  await writeHostFiles(dist, base, anchors);
  await compressFiles(dist, { only: isLate });
  await crew.end();
  endStep('offline');
  return [];
}

/** @param folder address of the folder that the fonts stand in */
async function finishWithFonts(dist: string, { pages }: Site, folder: string): Promise<void> {
  const fonts = await cutFaces(new Map(pages.map((page) => [page, page.shown])));
  writeFonts(dist, fonts.values());
  await finishPages(dist, fonts, folder);
}
