import { readContent, type SearchRecord } from './record.ts';

/** What of Pagefind's own script is used (see its docs, “Using the search API”). */
interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindInstance;
}
interface PagefindInstance {
  search(
    words: string | null,
  ): Promise<{ results: { data(): Promise<{ raw_url: string; content: string }> }[] }>;
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
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  const instance = createInstance({ basePath: folder, noWorker: true });
  const records = new Map<string, SearchRecord>();

  return async (candidates) => {
    const { results } = await instance.search(candidates);
    return Promise.all(
      results.map(async ({ data }) => {
        const { raw_url: address, content } = await data();
        const known = records.get(address) ?? readContent(address, content);
        records.set(address, known);
        return known;
      }),
    );
  };
}
