import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { listFiles } from '../../../src/build/list-files.ts';
import type { Problem } from '../../../src/build/problem.ts';
import { checkSite } from '../../../src/publish/pages/check-site.ts';
import { processPages } from '../../../src/publish/pages/process-pages.ts';
import type { Placement } from '../../../src/site.ts';

/** A page with nothing wrong, around `body`. */
export function page(body: string, head = ''): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>题</title>${head}</head>` +
    `<body><main><h1>题</h1><p>文</p>${body}</main></body></html>`
  );
}

/**
 * Writes files into a folder that lasts as long as the test.
 *
 * @param files contents by path
 * @returns the folder
 */
export async function writeSite(files: Record<string, string>): Promise<string> {
  const dist = await mkdtemp(path.join(os.tmpdir(), 'edition-site-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dist, file)), { recursive: true });
    await writeFile(path.join(dist, file), content);
  }
  return dist;
}

/**
 * Returns what the build says of the pages of a site that stands in a folder.
 *
 * @param cache folder of all caches
 */
export async function judgeSite(dist: string, placement: Placement, cache: string): Promise<Problem[]> {
  const files = listFiles(dist);
  const book = { ...placement, parts: [], closing: [], date: undefined };
  const pages = await processPages(
    dist,
    files.filter((file) => file.endsWith('.html')),
    { book, chapters: [], sectionPictures: false, anchors: '' },
    cache,
  );
  return checkSite(dist, files, pages, placement);
}
