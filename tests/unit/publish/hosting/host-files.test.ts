import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { caching, securityHeaders } from '../../../../src/publish/hosting/answers.ts';
import {
  headersFile,
  redirectsFile,
  writeHostFiles,
} from '../../../../src/publish/hosting/write-host-files.ts';
import { writeSite } from '../write-site.ts';

test('the files stand where hosts read them', async () => {
  const dist = await writeSite({});
  await writeHostFiles(dist, '/a/b/', '');
  const read = (file: string): Promise<string> => readFile(path.join(dist, file), 'utf8');
  expect(await read('.nojekyll')).toBe('');
  expect(await read('_headers')).toBe(headersFile('/a/b/'));
  expect(await read('_redirects')).toBe(redirectsFile('/a/b/', ''));
});

test('_headers says everything once, below the path of the book', () => {
  const blocks = headersFile('/a/b/').trim().split('\n\n');
  const rules = blocks.map((block) => block.split('\n'));
  expect(rules[0]).toEqual([
    '/a/b/*',
    ...Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  expect(rules[1]).toEqual(['/a/b/_astro/*', `  Cache-Control: ${caching.hashed}`]);
  expect(rules[2]).toEqual(['/a/b/*.csv', '  Content-Type: text/csv; charset=utf-8']);
  expect(rules.map(([address]) => address).every((address) => address?.startsWith('/a/b/'))).toBe(true);
  // Cloudflare Pages reads lines of 2,000 characters and 100 rules.
  expect(Math.max(...rules.flat().map((line) => line.length))).toBeLessThan(2000);
  expect(rules.length).toBeLessThan(100);
});

test.each([
  ['nothing has moved', '/', '/maths/', ['/404 /no-such-page/ 302']],
  [
    'a book below a path is found from the root',
    '/a/b/',
    '/maths/',
    ['/ /a/b/ 302', '/a/b/404 /a/b/no-such-page/ 302'],
  ],
  ['a page has moved', '/', '/old/ -> /maths/\n/old/#x', ['/404 /no-such-page/ 302', '/old/ /maths/ 301']],
  [
    'a page has moved, below a path',
    '/a/',
    '/old/ -> /maths/',
    ['/ /a/ 302', '/a/404 /a/no-such-page/ 302', '/a/old/ /a/maths/ 301'],
  ],
  ['a fragment has moved', '/', '/maths/\n/maths/#x -> /maths/#y', ['/404 /no-such-page/ 302']],
  [
    'a fragment went elsewhere than its page',
    '/',
    '/old/ -> /maths/\n/old/#x -> /faq/#x',
    ['/404 /no-such-page/ 302'],
  ],
])('_redirects: %s', (_, base, anchors, lines) => {
  expect(redirectsFile(base, anchors).trim().split('\n').slice(1)).toEqual(lines);
});
