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
