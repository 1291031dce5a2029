import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { writeContent, type SearchRecord } from '../../client/search/record.ts';

/** Of what Pagefind makes, what the dialog asks for. The rest are interfaces of its own, and its worker. */
const used = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*|fragment\/.*)$/;

/**
 * Writes the index that is searched, `pagefind/`: made from records and not from pages, so that a result is a
 * section or a note, and holds what a reader reads. All texts are in one file, since the dialog looks into
 * every candidate.
 *
 * @param dist folder of the built site
 * @param records in the order in which they are told
 */
export async function writeSearch(dist: string, records: SearchRecord[]): Promise<void> {
  const { index, errors } = await createIndex({ maxFragments: 1 });
  if (!index) throw new Error(`Pagefind makes no index: ${errors.join('; ')}`);
  try {
    await fill(index, records);
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

/** All records at once: Pagefind takes them in the order in which they are sent, and what it writes depends on it. */
async function fill(index: PagefindIndex, records: SearchRecord[]): Promise<void> {
  await Promise.all(
    records.map(async (record) => {
      const { errors } = await index.addCustomRecord({
        url: record.address,
        content: writeContent(record),
        language: 'zh',
      });
      if (errors.length) throw new Error(`Pagefind refuses ${record.address}: ${errors.join('; ')}`);
    }),
  );
}
