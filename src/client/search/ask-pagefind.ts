import { partsFile, perPart } from './parts.ts';
import { readContent, type SearchRecord } from './record.ts';

/** What of Pagefind's own script is used (see its docs, “Using the search API”). */
interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}
interface PagefindInstance {
  search(words: string | null): Promise<{ results: Result[] }>;
}
interface Result {
  id: string;
  /** What the record holds; the first call loads the texts of all. */
  data(): Promise<{ raw_url: string; content: string }>;
}

/** Asks the index for the records that may hold all of some letters; null asks for every record. */
export type Ask = (candidates: string | null) => Promise<SearchRecord[]>;

/**
 * Loads Pagefind and its index. Without its worker: six hundred records are searched within milliseconds, and
 * the worker is a second copy of the script.
 *
 * @param folder address of `pagefind/`
 */
export async function loadIndex(folder: string): Promise<Ask> {
  const list = await fetch(folder + partsFile);
  const parts = (await list.json()) as string[];
  const asks = await Promise.all(parts.map((part, index) => askPart(folder + part, index)));
  return async (candidates) => (await Promise.all(asks.map((ask) => ask(candidates)))).flat();
}

/** Loads one part of the index, with a script of its own: what that has compiled is the same for all that it makes. */
async function askPart(folder: string, part: number): Promise<Ask> {
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  const instance = createInstance({ basePath: folder, noWorker: true });
  const records = new Map<string, SearchRecord>();

  async function read({ id, data }: Result): Promise<SearchRecord> {
    const known = records.get(id);
    if (known) return known;
    const { raw_url, content } = await data();
    const record = readContent(raw_url, content);
    record.order += part * perPart;
    records.set(id, record);
    return record;
  }

  return async (candidates) => Promise.all((await instance.search(candidates)).results.map(read));
}
