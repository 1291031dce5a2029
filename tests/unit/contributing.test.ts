import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { editionComponents } from '../../src/book/edition-components.ts';
import { problemsOf } from '../catalogue/report-example.ts';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');

test('the example of all that a chapter can hold is right', async () => {
  const [, text = ''] = /^````mdx\n([\s\S]*?)^````$/m.exec(guide) ?? [];
  expect(text).toContain('<Supplement>');
  const problems = await problemsOf({ language: 'mdx', file: undefined, text });
  // Told only when nothing is wrong.
  expect(problems.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
    expect.stringMatching(/^anchor-unlisted .*\/example\/#eq-temperature/),
  ]);
}, 60_000);

test('every package that the build depends on has its reason', () => {
  const [, list = ''] = /^## What the build depends on$([^]*?)^## /m.exec(guide) ?? [];
  const named = [...list.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
    ([, names = '']) => names.match(/[^`, ]+/g) ?? [],
  );
  const manifest = readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  expect(named.sort()).toEqual(Object.keys(dependencies).sort());
});

test('every component has its row, with the attributes that must and that may be written', () => {
  const rows = [...guide.matchAll(/^\| `<([A-Z]\w+)([^`>]*)[^`]*` \|/gm)].map(
    ([, name = '', attributes = '']) => [
      name,
      [...new Set(attributes.replace(/="[^"]*"/g, '').match(/[a-z]+/g))].sort(),
    ],
  );
  const declared = Object.entries(editionComponents).map(([name, { required, optional }]) => [
    name,
    [...required, ...optional].sort(),
  ]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(declared));
});
