import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

const formula = '$$\n\\sum_{i=1}^n \\frac{x_i}{\\sqrt{2}}\n$$';

test('no element keeps an inline style, and every style class has its rule', async () => {
  const { html, frontmatter } = await renderChapter(formula);
  expect(html).not.toContain('style=');
  const styles = frontmatter['styles'] as Record<string, string>;
  const used = new Set([...html.matchAll(/\bs[0-9a-f]{7}\b/g)].map(([name]) => name));
  expect(used.size).toBeGreaterThan(5);
  expect(Object.keys(styles).toSorted()).toEqual([...used].toSorted());
  expect(Object.values(styles).some((declarations) => declarations.startsWith('height:'))).toBe(true);
});

test('the same declarations make the same class, on any page and in any order', async () => {
  const [a, b] = await Promise.all([renderChapter(formula), renderChapter(`前\n\n${formula}`)]);
  expect(a.frontmatter['styles']).toEqual(b.frontmatter['styles']);
});
