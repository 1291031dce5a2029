import { close, createIndex, type PagefindIndex } from 'pagefind';
import { writeContent, type SearchRecord } from '../../client/search/record.ts';
import { kept } from '../keep.ts';

/** Of what Pagefind makes, what the dialog asks for. The rest are interfaces of its own, and its worker. */
const used = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*|fragment\/.*)$/;

/** A file of an index, in base64. */
export interface IndexFile {
  name: string;
  content: string;
}

/** What is the same for all parts. */
export interface Indexing {
  cache: string;
  /** A hash of the code that makes an index. */
  made: string;
  /** Over how many files the texts of a part are spread. */
  fragments: number;
}

/** Makes the index of some records, in a thread that waits for Pagefind, which works in a process of its own. */
export default async function indexPart(
  records: readonly SearchRecord[],
  { cache, made, fragments }: Indexing,
): Promise<IndexFile[]> {
  return kept(cache, [made, String(fragments), JSON.stringify(records)], async () => {
    const { index, errors } = await createIndex({ maxFragments: fragments });
    if (!index) throw new Error(`Pagefind makes no index: ${errors.join('; ')}`);
    try {
      await fill(index, records);
      const { files } = await index.getFiles();
      return files
        .filter(({ path }) => used.test(path))
        .map(({ path, content }) => ({ name: path, content: Buffer.from(content).toString('base64') }));
    } finally {
      await close();
    }
  });
}

/** All records at once: Pagefind takes them in the order in which they are sent, and what it writes depends on it. */
async function fill(index: PagefindIndex, records: readonly SearchRecord[]): Promise<void> {
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
