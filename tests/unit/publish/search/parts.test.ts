import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadIndex } from '../../../../src/client/search/ask-pagefind.ts';
import { find } from '../../../../src/client/search/find.ts';
import { readQuery } from '../../../../src/client/search/query.ts';
import { orderRecords } from '../../../../src/publish/search/order-records.ts';
import { writeSearch } from '../../../../src/publish/search/write-search.ts';
import { writeSite } from '../write-site.ts';

beforeAll(() => {
  // Pagefind's own script asks for its files as it does in a browser; here they come from the disk.
  vi.stubGlobal(
    'fetch',
    async (address: string) => new Response(await readFile(fileURLToPath(new URL(address)))),
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const page = (name: string, ...texts: string[]) => ({
  address: `/${name}/`,
  records: texts.map((text, index) => ({
    address: `/${name}/#${index}`,
    head: name,
    title: '',
    names: [],
    text,
  })),
});

test('of a large book each part has the records of some pages, in order; pages without any do not count', () => {
  const pages = Array.from({ length: 450 }, (_, index) =>
    page(`p${String(index).padStart(3, '0')}`, ...(index % 3 ? ['甲', '乙'] : [])),
  );
  const parts = orderRecords(pages, () => undefined, '/');
  expect(parts.map((records) => records.length)).toEqual([400, 200]);
  expect(parts[1]?.slice(0, 3)).toMatchObject([
    { order: 0, address: '/p301/#0' },
    { order: 1, address: '/p301/#1' },
    { order: 2, address: '/p302/#0' },
  ]);
  expect(orderRecords([], () => undefined, '/')).toEqual([[]]);
});

test('no book has more than ten parts: a reader loads a script for each', () => {
  const pages = Array.from({ length: 2501 }, (_, index) => page(`p${String(index).padStart(4, '0')}`, '甲'));
  const parts = orderRecords(pages, () => undefined, '/');
  expect(parts.map((records) => records.length)).toEqual([...Array.from({ length: 9 }, () => 251), 242]);
});

test('what is asked for is found in all parts, those of the first before those of the next', async () => {
  const dist = await writeSite({});
  const parts = [
    [page('one', '反向传播与梯度', '别的')],
    [page('two', '别的', '梯度的反向传播')],
    [page('three', '无关')],
  ].map((pages) => orderRecords(pages, () => undefined, '/').flat());
  await writeSearch(dist, parts, path.join(dist, 'cache'));
  expect((await readdir(path.join(dist, 'pagefind'))).filter((name) => /^\d|^parts/.test(name))).toEqual([
    '2',
    '3',
    'parts.json',
  ]);
  const ask = await loadIndex(pathToFileURL(path.join(dist, 'pagefind/')).href);
  const query = readQuery('反向传播');
  if (!query) throw new Error('Nothing is asked for.');
  const { exact } = await find(query, ask);
  expect(exact.map(({ address }) => address)).toEqual(['/one/#0', '/two/#1']);
  expect(await ask(null)).toHaveLength(5);
});

test('the texts of a part are in several files, so that few candidates load few of them', async () => {
  const pages = [page('one', '反向传播与梯度', '别的', '词元')];
  const records = orderRecords(pages, () => undefined, '/');
  const filesOf = async (parts: typeof records): Promise<number> => {
    const dist = await writeSite({});
    await writeSearch(dist, parts, path.join(dist, 'cache'));
    return (await readdir(path.join(dist, 'pagefind/fragment'))).length;
  };
  expect(await filesOf([...records, ...records])).toBe(3);
  // Of a book of one part most texts hold candidates.
  expect(await filesOf(records)).toBe(1);
});
