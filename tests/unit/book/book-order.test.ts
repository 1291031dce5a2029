import { expect, test } from 'vitest';
import { inBookOrder } from '../../../src/book/book-order.ts';

test('the closing note stays last and the cover first, whatever their files are called', () => {
  const files = [
    { name: '13-more', kind: undefined },
    { name: '11-closing', kind: 'closing' },
    { name: '12-last', kind: 'chapter' },
    { name: '01-first', kind: 'chapter' },
    { name: '05-cover', kind: 'cover' },
  ] as const;
  expect(inBookOrder(files, (file) => file).map(({ name }) => name)).toEqual([
    '05-cover',
    '01-first',
    '12-last',
    '13-more',
    '11-closing',
  ]);
});
