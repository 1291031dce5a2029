import type { RecordFile, SearchRecord } from './record.ts';

/**
 * Loads all records of the book, in its order. The first file says how many others a large book has.
 *
 * @param folder address of `search/`
 * @throws Error when one of the files does not come, so that nothing is called absent that was not looked into
 */
export async function loadRecords(folder: string): Promise<SearchRecord[]> {
  const load = async (number: number): Promise<RecordFile> => {
    const response = await fetch(`${folder}${number}.json`);
    return (await response.json()) as RecordFile;
  };
  const first = await load(1);
  const others = await Promise.all(Array.from({ length: first.files - 1 }, (_, index) => load(index + 2)));
  return [first, ...others].flatMap(({ records }) => records);
}
