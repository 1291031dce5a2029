import { writeSiteFile } from '../../build/write-site-file.ts';
import type { RecordFile, SearchRecord } from '../../client/search/record.ts';

/** Bytes of a file, at most, but for a single record that is larger. This book needs a quarter of that. */
const largest = 1_000_000;

/**
 * Writes what the search looks into, as it is: `search/1.json`, and of a large book `search/2.json` and so on.
 *
 * @param dist folder of the built site
 * @param records in the order of the book
 * @param most bytes of a file; smaller in tests
 */
export function writeRecords(dist: string, records: readonly SearchRecord[], most = largest): void {
  const files: SearchRecord[][] = [[]];
  let size = 0;
  for (const record of records) {
    const bytes = Buffer.byteLength(JSON.stringify(record));
    if (size && size + bytes > most) {
      files.push([]);
      size = 0;
    }
    files.at(-1)?.push(record);
    size += bytes;
  }
  for (const [index, part] of files.entries()) {
    const file: RecordFile = { files: files.length, records: part };
    writeSiteFile(dist, `search/${index + 1}.json`, JSON.stringify(file));
  }
}
