import { expect, test } from 'vitest';
import { insertAfter } from '../../../src/publish/pages/edit-page.ts';
import { readPage } from '../../../src/publish/pages/read-page.ts';

test('what is put into a page leaves its places right', () => {
  const page = readPage('index.html', '/', '<meta charset="utf-8"><style>a{}</style><p id="p">文</p>');
  const [meta, paragraph] = ['meta', 'p'].map((name) =>
    page.elements.find((element) => element.name === name),
  );
  if (!meta || !paragraph) throw new Error('The page was not read');
  insertAfter(page, meta, '<link>');
  expect(page.html).toBe('<meta charset="utf-8"><link><style>a{}</style><p id="p">文</p>');
  expect(page.html.slice(paragraph.openedAt)).toBe('文</p>');
});
