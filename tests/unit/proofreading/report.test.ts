import { expect, test } from 'vitest';
import { report } from '../../../src/proofreading/report.ts';

test('findings come in the order of the book, each with place, reason, remedy and candidates', () => {
  const finding = { rule: 'r', reason: 'Reason.\nMore.', remedy: 'Remedy.' };
  expect(
    report([
      { ...finding, file: 'b.mdx', line: 10, column: 2 },
      { ...finding, file: 'b.mdx', line: 9, column: 1, candidates: ['x', 'y'] },
      { ...finding, file: 'a.mdx' },
    ]),
  ).toBe(
    [
      'a.mdx  r\n  Reason.\n  More.\n  → Remedy.',
      'b.mdx:9:1  r\n  Reason.\n  More.\n  → Remedy.\n  nearest: x, y',
      'b.mdx:10:2  r\n  Reason.\n  More.\n  → Remedy.',
      '3 problems in 2 files: nothing was built.\nsee docs/errors.md#r',
    ].join('\n\n'),
  );
});
