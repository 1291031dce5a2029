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
