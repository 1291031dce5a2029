import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { madeBy } from '../../../src/build/texts/index.ts';

const src = path.resolve(import.meta.dirname, '../../../src');

/** The key has the numbers of the references: a text shows nothing else of them. */
const inPart = '../content/references.yaml';

test('all code that the text of a chapter is made by stands in its key', () => {
  const reached = reach(['components/edition/index.ts', 'texts/kept-text.ts', 'markdown/pipeline.ts']);
  expect(reached.size).toBeGreaterThan(100);
  const covered = (file: string): boolean =>
    file === inPart || madeBy.some((source) => file === source || file.startsWith(`${source}/`));
  expect([...reached].filter((file) => !covered(file))).toEqual([]);
});

/** Files that some import, by way of others, as seen from `src`. */
function reach(files: string[]): Set<string> {
  const reached = new Set(files);
  for (const file of reached) for (const target of importsOf(file)) reached.add(target);
  return reached;
}

function importsOf(file: string): string[] {
  if (!/\.(ts|astro)$/.test(file)) return [];
  const text = readFileSync(path.join(src, file), 'utf8').replaceAll(/^import type .*?;$/gms, '');
  const pattern = /(?:\bfrom|\bimport|\bnew URL\()\s*\(?\s*['"](\.{1,2}\/[^'"?]+)/g;
  return [...text.matchAll(pattern)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(file), target),
  );
}
