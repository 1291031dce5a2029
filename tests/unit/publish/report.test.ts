import { expect, test } from 'vitest';
import { report } from '../../../src/publish/pages/report.ts';

test('findings are told by file, with remedy and candidates; what is wrong everywhere is told once', () => {
  const icon = { rule: 'missing-file', reason: '<link> loads /x.svg.', remedy: 'Put it there.' };
  const link = {
    rule: 'dead-link',
    reason: '/maht/ leads nowhere.',
    remedy: 'Correct it.',
    candidates: ['/maths/'],
  };
  const found = report([
    { file: 'maths/index.html', ...link },
    ...['d', 'c', 'b', 'a'].map((file) => ({ file: `${file}.html`, ...icon })),
  ]);
  expect(found).toBe(
    [
      'dist/a.html and 3 more files  missing-file\n  <link> loads /x.svg.\n  → Put it there.',
      'dist/maths/index.html  dead-link\n  /maht/ leads nowhere.\n  → Correct it.\n  nearest: /maths/',
      '5 problems in 5 built files: the site was taken away again.\n' +
        'see docs/errors.md#dead-link\nsee docs/errors.md#missing-file',
    ].join('\n\n'),
  );
});
