import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadRecords } from '../../../../src/client/search/load-records.ts';
import { orderRecords } from '../../../../src/publish/search/order-records.ts';
import { writeRecords } from '../../../../src/publish/search/write-records.ts';
import { writeSite } from '../write-site.ts';

beforeAll(() => {
  // As in a browser; here the files come from the disk.
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(fileURLToPath(new URL(address))))),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const record = (address: string, text = '') => ({ address, head: '章', title: '', names: [], text });

/** Writes records and loads them: how many are in each file, and what comes of all. */
async function written(records: ReturnType<typeof record>[], most?: number) {
  const dist = await writeSite({});
  writeRecords(dist, records, most);
  const folder = path.join(dist, 'search');
  const { files } = JSON.parse(readFileSync(path.join(folder, '1.json'), 'utf8')) as { files: number };
  const sizes = Array.from({ length: files }, (_, index) => {
    const file = JSON.parse(readFileSync(path.join(folder, `${index + 1}.json`), 'utf8')) as { records: [] };
    return file.records.length;
  });
  return { sizes, loaded: await loadRecords(`${pathToFileURL(folder).href}/`) };
}

test('the records of a book are one file, and are loaded as they were written', async () => {
  const records = [record('/a/', '甲\n乙 10²⁵「a_b」😀'), record('/b/#1')];
  expect(await written(records)).toEqual({ sizes: [2], loaded: records });
  expect(await written([])).toEqual({ sizes: [0], loaded: [] });
});

test('those of a large one are several files, and come in the order of the book', async () => {
  const records = ['一', '二', '三', '四'].map((name) => record(`/${name}/`, '字'.repeat(100)));
  records.splice(2, 0, record('/long/', '长'.repeat(1000)));
  expect(await written(records, 900)).toEqual({ sizes: [2, 1, 2], loaded: records });
});

test('a file that does not come is an error, and no absence', async () => {
  const dist = await writeSite({ 'search/1.json': JSON.stringify({ files: 2, records: [] }) });
  await expect(loadRecords(`${pathToFileURL(path.join(dist, 'search')).href}/`)).rejects.toThrow('2.json');
});

test('pages stand as the contents name them, and what these do not name comes last', () => {
  const pages = ['/b/', '/x/', '/', '/w/', '/a/'].map((address) => ({
    address,
    records: [record(address), record(`${address}#1`)],
  }));
  expect(
    orderRecords(pages, ['/', '/a/', '/b/'])
      .map(({ address }) => address)
      .filter((address) => !address.includes('#')),
  ).toEqual(['/', '/a/', '/b/', '/w/', '/x/']);
});
