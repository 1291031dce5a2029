import { expect, test } from 'vitest';
import { documentType, formatAccess } from '../../../src/book/cite-source.ts';
import { orderReferences } from '../../../src/book/order-references.ts';
import type { Reference } from '../../../src/book/reference-schema.ts';

const entry = { title: 'x' } as Reference;

test('references are numbered in the order of their first citation, and know who cites them', () => {
  const chapters = [
    { address: '/', name: '首', citations: [{ id: 'c1', keys: ['b'] }] },
    {
      address: '/maths/',
      name: '第四章',
      citations: [
        { id: 'c2', keys: ['c', 'b'] },
        { id: 'c3', keys: ['b'] },
      ],
    },
  ];
  const ordered = orderReferences({ a: entry, b: entry, c: entry }, chapters);
  expect(ordered.map(({ key, number }) => `${number} ${key}`)).toEqual(['1 b', '2 c', '3 a']);
  expect(ordered[0]?.citedIn).toEqual([
    { name: '首', addresses: ['/#c1'] },
    { name: '第四章', addresses: ['/maths/#c2', '/maths/#c3'] },
  ]);
  expect(ordered[2]?.citedIn).toEqual([]);
});

test('a key that no reference has counts for nothing', () => {
  const chapters = [{ address: '/', name: '首', citations: [{ id: 'c1', keys: ['x', 'a'] }] }];
  expect(orderReferences({ a: entry }, chapters).map(({ number }) => number)).toEqual([1]);
});

test.each([
  ['paper', 'Nature', 'J', '2016'],
  ['paper', 'arXiv:1706.03762', 'EB', '(2016-05-01)'],
  ['proceedings', 'NeurIPS', 'C', '2016'],
  ['thesis', undefined, 'D', '2016'],
  ['code', 'GitHub', 'CP', '(2016-05-01)'],
  ['news', '人民日报', 'N', '2016-05-01'],
] as const)('a %s in %s is [%s/OL], %s', (kind, container, mark, date) => {
  expect(documentType({ kind, container })).toBe(mark);
  expect(formatAccess('2016-05-01', mark)).toBe(date);
});
