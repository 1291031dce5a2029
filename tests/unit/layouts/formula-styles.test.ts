import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { expect, test } from 'vitest';
import { formulaStyles } from '../../../src/layouts/formula-styles.ts';

test('a page gets the rules whose classes it uses, and no others', () => {
  const styles = formulaStyles(new Set(['katex', 'mathnormal']));
  expect(styles).toContain('.katex .mathnormal{');
  expect(styles).not.toContain('.accent');
});

test('a class that an element must not have need not be on the page: hats stand above their letters', () => {
  const styles = formulaStyles(new Set(['katex', 'accent', 'accent-body']));
  expect(styles).toMatch(/\.accent \.accent-body:not\(\.accent-full\)\{[^}]*width:0/);
});

test('no class of the site is one of KaTeX, whose formulas would take its look', () => {
  const classesOf = (selector: string) =>
    [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name);
  const selectorsOf = (css: string) => {
    const found: string[] = [];
    postcss.parse(css).walkRules(({ selectors }) => void found.push(...selectors));
    return found;
  };
  const katex = new Set(
    selectorsOf(readFileSync('node_modules/katex/dist/katex.min.css', 'utf8')).flatMap(classesOf),
  );
  const folder = 'src/layouts/styles';
  const met = readdirSync(folder)
    .flatMap((file) => selectorsOf(readFileSync(path.join(folder, file), 'utf8')))
    .filter((selector) => !/\.katex|^\.vlist(-t)?$/.test(selector))
    .filter((selector) => classesOf(selector).some((name) => katex.has(name)));
  expect(katex.size).toBeGreaterThan(50);
  expect(met).toEqual([]);
});
