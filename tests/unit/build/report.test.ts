import { expect, test } from 'vitest';
import { report } from '../../../src/build/report.ts';

const problem = { rule: 'r', reason: 'Reason.\nMore.', remedy: 'Remedy.' };

test('problems come in the order of the book, each with place, reason, remedy and candidates', () => {
  expect(
    report([
      { ...problem, file: 'b.mdx', line: 10, column: 2 },
      { ...problem, file: 'b.mdx', line: 9, column: 1, candidates: ['x', 'y'] },
      { ...problem, file: 'a.mdx' },
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

test('what is wrong with many files is told once', () => {
  const files = ['d', 'c', 'b', 'a'].map((name) => ({ ...problem, file: `dist/${name}.html` }));
  expect(report(files, 'nothing was published')).toBe(
    'dist/a.html and 3 more files  r\n  Reason.\n  More.\n  → Remedy.\n\n' +
      '4 problems in 4 files: nothing was published.\nsee docs/errors.md#r',
  );
});
