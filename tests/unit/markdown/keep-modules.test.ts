import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepModules } from '../../../src/markdown/keep-modules.ts';
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
  const processor = keepModules(unified(pipeline({ base: '/', last: counter })), given, folder);
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
