import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readLab } from '../../src/book/runs/lab.ts';
import { runValue as valueOf } from '../../src/book/runs/run-value.ts';

/** The article of the book. */
export const article = readFileSync(
  path.resolve(import.meta.dirname, '../../content/article/article.md'),
  'utf8',
);

const lab = await readLab(article);

/** Returns a number of the lab: `theory floor`. */
export function runValue(of: string): number {
  return valueOf(lab, of);
}
