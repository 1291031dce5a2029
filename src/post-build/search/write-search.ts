import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { writeContent } from '../../client/search/record.ts';
import type { Site } from '../read-site.ts';
import { listRecords } from './list-records.ts';

/** Of what Pagefind makes, what the dialog asks for. The rest are interfaces of its own, and its worker. */
const used = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*|fragment\/.*)$/;

/**
 * Writes the index that is searched, `pagefind/`: made from records and not from pages, so that a result is a
 * section or a note, and holds what a reader reads. All texts are in one file, since the dialog looks into
 * every candidate.
 *
 * @param dist folder of the built site
 */
export async function writeSearch(dist: string, site: Site): Promise<void> {
  const { index, errors } = await createIndex({ maxFragments: 1 });
  if (!index) throw new Error(`Pagefind makes no index: ${errors.join('; ')}`);
  try {
    await fill(index, site);
    const { files } = await index.getFiles();
    for (const { path: name, content } of files.filter((file) => used.test(file.path))) {
      const file = path.join(dist, 'pagefind', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } finally {
    await close();
  }
}

async function fill(index: PagefindIndex, site: Site): Promise<void> {
  // One after the other: what Pagefind writes depends on the order in which records come.
  for (const record of listRecords(site)) {
    const { errors } = await index.addCustomRecord({
      url: record.address,
      content: writeContent(record),
      language: 'zh',
    });
    if (errors.length) throw new Error(`Pagefind refuses ${record.address}: ${errors.join('; ')}`);
  }
}
