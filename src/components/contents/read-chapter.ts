import { onceEach } from '../../book/once.ts';
import { parsePart } from '../../build/html.ts';
import { countContent, type Count } from './count-content.ts';
import { listExhibits, type Exhibit } from './list-exhibits.ts';

/** What lists of contents say of a chapter. */
export interface Reading {
  count: Count;
  exhibits: Exhibit[];
}

/**
 * Reads a chapter's HTML for the lists that it stands in, once a build: to render it again for each would take
 * longer than all else on the pages.
 *
 * @param id of its entry
 * @param render gives its HTML
 */
export async function readChapter(id: string, render: () => Promise<string>): Promise<Reading> {
  return readings(id, async () => {
    const html = known.has(id) ? '' : await render();
    return known.get(id) ?? readHtml(html);
  });
}

/** Reads the HTML of a chapter. */
export function readHtml(html: string): Reading {
  const tree = parsePart(html);
  return { count: countContent(tree), exhibits: listExhibits(tree) };
}

/** Says what is read of a chapter, in this build or in one before: it need not be read again. */
export function knowChapter(id: string, reading: Reading): void {
  known.set(id, reading);
}

const known = new Map<string, Reading>();
const readings = onceEach<Reading>();
