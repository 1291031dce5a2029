import { expect, test } from 'vitest';
import { renderChapter } from './render-chapter.ts';

test('citations get addresses by their chapter and order, and their keys go to the page', async () => {
  const { html, frontmatter } = await renderChapter(
    '<Supplement>文<Cite keys="b  a" />又<Cite keys="a" /></Supplement>',
  );
  expect(html).toContain('<cite keys="b  a" id="cite-x-1">');
  expect(frontmatter['citations']).toEqual([
    { id: 'cite-x-1', keys: ['b', 'a'] },
    { id: 'cite-x-2', keys: ['a'] },
  ]);
});

test('what shows a table of data cites as its rows do', async () => {
  const { frontmatter } = await renderChapter(
    '<Chart of="prices" id="a" title="t" description="d" />\n\n<Data of="usage" id="b" title="t" />',
  );
  expect(frontmatter['citations']).toEqual([
    { id: 'a', table: 'prices' },
    { id: 'b', table: 'usage' },
  ]);
});
