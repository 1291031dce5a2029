import type { TakenBook } from '../take-away-part.ts';
import { crew } from '../../build/threads/crew.ts';
import type { PrintPage } from './fill-print-page.ts';

const filler = new URL('./fill-print-page.ts', import.meta.url);

/**
 * Puts the text of all pages into the page that is to hold the whole book. Of a large book it holds what stands before
 * and behind the chapters, and each volume of these has a page of its own.
 */
export async function fillPrintPages(taken: TakenBook): Promise<void> {
  const { parts } = taken.outline;
  const pages = [...Map.groupBy(parts.keys(), (number) => parts[number]?.volume)].map(
    ([volume, numbers]): PrintPage => ({
      file: volume === undefined ? 'print/index.html' : `print/${volume}/index.html`,
      parts: numbers,
    }),
  );
  await crew.runEach(filler, pages, taken);
}
