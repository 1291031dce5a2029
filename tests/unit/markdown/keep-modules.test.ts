import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompiler } from '../../../src/markdown/compile.ts';
import { keepModules, moduleShelf } from '../../../src/markdown/keep-modules.ts';
import { pipeline } from '../../../src/markdown/pipeline.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'edition-modules-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Compiles with the build's own plugins, as a build does, and counts how often they ran. */
async function build(text: string, given: unknown = {}, frontmatter = {}): Promise<[string, number]> {
  let times = 0;
  const counter = () => () => void times++;
  const processor = keepModules(unified(pipeline({ base: '/', last: counter })), moduleShelf(given, folder));
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: true, srcDir: new URL('file:///src/') },
  );
  const module = await renderer?.process(text, '/content/a.mdx', frontmatter);
  return [JSON.stringify(module), times];
}

const text = '## A\n\n$x^2$ and **words**';

test('a chapter is compiled once, and the next build gets the same module', async () => {
  const [fresh, first] = await build(text);
  const [kept, second] = await build(text);
  expect([first, second]).toEqual([1, 0]);
  expect(kept).toBe(fresh);
  expect(JSON.parse(kept)).toMatchObject({ code: expect.stringContaining('katex'), astroMetadata: {} });
});

test('another text, frontmatter or terms are compiled anew', async () => {
  expect((await build(`${text}!`))[1]).toBe(1);
  expect((await build(text, {}, { title: 'B' }))[1]).toBe(1);
  expect((await build(text, { terms: ['x'] }))[1]).toBe(1);
});

test('what cannot be compiled is refused each time', async () => {
  for (let times = 0; times < 2; times++) await expect(build('<a>')).rejects.toThrow(/a/);
});

test('what the proofreading has compiled Astro gets, and it is what Astro would make', async () => {
  const chapter =
    '## 一节 {/* #one */}\n\n<Supplement>\n\n$x^2$ 与 **词**，见 [甲](/a/#one)。\n\n</Supplement>\n';
  const shelf = moduleShelf({ by: 'proofreading' }, folder);
  const compile = await createCompiler('/', [], shelf);
  expect((await compile('/content/a.mdx', `---\ntitle: 甲\n---\n${chapter}`)).messages).toEqual([]);
  const blanked = `   \n        \n   \n${chapter}`;
  const [taken, times] = await build(blanked, { by: 'proofreading' }, { title: '甲' });
  expect(times).toBe(0);
  expect(taken).toBe((await build(blanked, { by: 'Astro' }, { title: '甲' }))[0]);
});

test('what something is wrong with is not put where Astro would find it', async () => {
  const compile = await createCompiler('/', [], moduleShelf({ by: 'faults' }, folder));
  expect((await compile('/content/a.mdx', '## 无号')).messages).not.toEqual([]);
  expect((await build('## 无号', { by: 'faults' }))[1]).toBe(1);
});
