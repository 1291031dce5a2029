import { copyFile, link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cached, type Input } from '../../../src/build/cache.ts';
import { hashInstalledPackages, listSources } from '../../../src/build/source-hash.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'edition-cache-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A module without imports. */
const plain = new URL('./job.ts', import.meta.url).href;

/** A cache whose results say how often it had to compute. */
function counter(root: string, module = plain) {
  let computed = 0;
  return (...inputs: Input[]) =>
    cached({ name: 'test', module, root }, inputs, () => ({ computed: ++computed, inputs }));
}

test('the same inputs are computed once', async () => {
  const compute = counter(await makeFolder());
  const first = await compute('a', { b: 1 }, new Uint8Array([1]));
  expect(await compute('a', { b: 1 }, new Uint8Array([1]))).toEqual(first);
});

test.each<[string, Input[], Input[]]>([
  ['another text', ['a'], ['b']],
  ['texts parted elsewhere', ['ab', 'c'], ['a', 'bc']],
  ['a text and what JSON writes', ['{"b":1}'], [{ b: 1 }]],
  ['no input and an empty one', [], ['']],
  ['other bytes', [new Uint8Array([1])], [new Uint8Array([2])]],
  ['something in an object', [{ a: [1, 2] }], [{ a: [1, 3] }]],
])('%s is another key', async (_what, one, other) => {
  const compute = counter(await makeFolder());
  await compute(...one);
  expect(await compute(...other)).toMatchObject({ computed: 2 });
});

test('data comes back as it was: bytes, maps, nothing', async () => {
  const root = await makeFolder();
  const data = { bytes: Buffer.from('书'), map: new Map([[1, 'a']]), nothing: undefined };
  const get = () => cached({ name: 'test', module: plain, root }, [], () => data);
  await get();
  const again = await get();
  expect(again.map).toEqual(data.map);
  expect(Buffer.from(again.bytes).toString()).toBe('书');
  expect('nothing' in again).toBe(true);
});

test('a source that the module reaches is part of the key', async () => {
  const [root, code] = [await makeFolder(), await makeFolder()];
  const module = path.join(code, 'a.ts');
  const write = async (part: string) => {
    await writeFile(module, "import { b } from './b.ts';");
    await writeFile(path.join(code, 'b.ts'), "const sheet = new URL('./c.css', import.meta.url);");
    await writeFile(path.join(code, 'c.css'), part);
  };
  await write('p{}');
  await counter(root, module)();
  vi.resetModules();
  const { cached: later } = await import('../../../src/build/cache.ts');
  const computed = vi.fn(() => 1);
  await write('q{}');
  await later({ name: 'test', module, root }, [], computed);
  expect(computed).toHaveBeenCalledOnce();
});

test('sources are found by imports of every kind, and types alone are none', async () => {
  const code = await makeFolder();
  const files = {
    'a.ts':
      "import './b.ts';\nexport * from './c.mjs';\nimport type { T } from './t.ts';\nawait import('./d/e.astro');",
    'b.ts': 'export {};',
    'c.mjs': "new URL('../data/', import.meta.url)".replace('../', './'),
    'd/e.astro': "---\nimport '../f.css';\n---",
    'f.css': '',
    'data/x.csv': '',
    't.ts': '',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(code, name)), { recursive: true });
    await writeFile(path.join(code, name), text);
  }
  expect(listSources(path.join(code, 'a.ts')).map((file) => path.relative(code, file))).toEqual([
    'a.ts',
    'b.ts',
    'c.mjs',
    'd/e.astro',
    'data/x.csv',
    'f.css',
  ]);
});

test.each([
  ['a package one patch up', 'node_modules/a/package.json', '{"version":"1.0.1"}', true],
  [
    'a list that is ahead of what is installed',
    'package-lock.json',
    '{"packages":{"node_modules/b":{}}}',
    false,
  ],
])('%s', async (_what, file, text, changes) => {
  const root = await makeFolder();
  await mkdir(path.join(root, 'node_modules/a'), { recursive: true });
  await writeFile(path.join(root, 'node_modules/.package-lock.json'), '{"packages":{"node_modules/a":{}}}');
  await writeFile(path.join(root, 'node_modules/a/package.json'), '{"version":"1.0.0"}');
  const before = hashInstalledPackages(root);
  await writeFile(path.join(root, file), text);
  expect(hashInstalledPackages(root) !== before).toBe(changes);
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 40)],
  ['emptied', () => Buffer.alloc(0)],
  [
    'changed in one bit',
    (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))),
  ],
])('an entry that was %s is computed anew, and that is told', async (_how, damage) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const root = await makeFolder();
  const compute = counter(root);
  await compute('a');
  const [name = ''] = await readdir(path.join(root, 'test'));
  const file = path.join(root, 'test', name);
  await writeFile(file, damage(await readFile(file)));
  // Under another name: an entry is replaced, and never written into, where another build may be reading.
  const read = path.join(root, 'read');
  await link(file, read);
  const damaged = await readFile(read);
  expect(await compute('a')).toMatchObject({ computed: 2 });
  expect(warn).toHaveBeenCalledWith(`${file} is damaged, and is made anew.`);
  expect(await readFile(read)).toEqual(damaged);
  expect(await compute('a')).toMatchObject({ computed: 2 });
});

test('an entry in the place of another is not taken for it', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const root = await makeFolder();
  const compute = counter(root);
  await compute('a');
  const [first = ''] = await readdir(path.join(root, 'test'));
  await compute('b');
  const second = (await readdir(path.join(root, 'test'))).find((name) => name !== first) ?? '';
  await copyFile(path.join(root, 'test', second), path.join(root, 'test', first));
  expect((await compute('a')).inputs).toEqual(['a']);
});

test('what fails is not cached', async () => {
  const root = await makeFolder();
  const get = (compute: () => number) => cached({ name: 'test', module: plain, root }, [], compute);
  await expect(
    get(() => {
      throw new Error('It fails.');
    }),
  ).rejects.toThrow('It fails.');
  expect(await get(() => 7)).toBe(7);
});

test('a cache that cannot be written is told of once, and serves', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const root = await makeFolder();
  await writeFile(path.join(root, 'test'), 'a file where the folder belongs');
  const compute = counter(root);
  expect(await compute('a')).toMatchObject({ computed: 1 });
  expect(await compute('b')).toMatchObject({ computed: 2 });
  expect(warn).toHaveBeenCalledOnce();
});
