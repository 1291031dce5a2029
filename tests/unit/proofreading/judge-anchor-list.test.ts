import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { followMoves, readAnchorList } from '../../../src/book/anchor-list.ts';
import { judgeAnchorList, judgeUnlistedAnchors } from '../../../src/proofreading/judges/judge-anchor-list.ts';
import { listAnchors } from '../../../src/proofreading/reading/list-pages.ts';

const anchors = new Set([
  '/',
  '/maths/',
  '/maths/#eq-loss',
  '/maths/#model',
  '/practice/',
  '/practice/#theory',
]);

function judge(text: string): string[] {
  const listed = readAnchorList(text);
  return [...judgeAnchorList(listed, anchors), ...judgeUnlistedAnchors(listed, anchors)]
    .filter(({ rule }) => rule !== 'anchor-unlisted')
    .map(({ rule, line, candidates = [] }) => [`${rule} ${line}`, ...candidates].join(' '));
}

test.each([
  ['# for people\n/\n/maths/#eq-loss\n', []],
  ['/maths/#eq-los', ['anchor-gone 1 /maths/#eq-loss']],
  ['/math/', ['anchor-gone 1 /maths/']],
  ['/maths/#cost -> /maths/#eq-loss', []],
  ['/maths/#cost -> /practice/#theory', []],
  ['/maths/#cost -> /practice/#theroy', ['anchor-moved-nowhere 1 /practice/#theory']],
  ['/maths/#model -> /maths/#eq-loss', ['anchor-moved-and-there 1']],
  // A page takes its fragments along, but not those that it lost on the way.
  ['/math/ -> /maths/\n/math/#model', []],
  ['/math/ -> /maths/\n/math/#modell', ['anchor-moved-nowhere 2 /maths/#model']],
  ['/math/ -> /maths/\n/math/#modell -> /maths/#model', []],
])('the list %j', (text, expected) => {
  expect(judge(text)).toEqual(expected);
});

test('new addresses are told together, with the command that lists them', () => {
  const [problem, ...more] = judgeUnlistedAnchors(readAnchorList('/\n/maths/\n/practice/'), anchors);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    rule: 'anchor-unlisted',
    reason: 'The book has 3 addresses that are not listed: /maths/#eq-loss, /maths/#model, /practice/#theory',
  });
  expect(judgeUnlistedAnchors(readAnchorList([...anchors].join('\n')), anchors)).toEqual([]);
  expect(judgeUnlistedAnchors(readAnchorList([...anchors].slice(1).join('\n')), anchors)).toHaveLength(1);
});

test('an address is followed to where its line, or that of its page, says', () => {
  const listed = new Map(
    readAnchorList('/math/ -> /maths/\n/math/#a -> /practice/#b\n/maths/').map((one) => [one.address, one]),
  );
  expect(
    ['/math/', '/math/#a', '/math/#c', '/maths/', '/maths/#d'].map((at) => followMoves(at, listed)),
  ).toEqual(['/maths/', '/practice/#b', '/maths/#c', '/maths/', '/maths/#d']);
});

test('marks in the text and rows of tables are no addresses to keep', () => {
  const pages = new Map([
    ['/maths/', new Set(['model', 'delta-1', 'delta-1-ref', 'cite-maths-1'])],
    ['/errata/', new Set(['all-errata', 'row-delta-1'])],
  ]);
  expect([...listAnchors(pages)]).toEqual([
    '/maths/',
    '/maths/#model',
    '/maths/#delta-1',
    '/errata/',
    '/errata/#all-errata',
  ]);
});

test('the list of the book is sorted, without one twice', () => {
  const file = path.resolve(import.meta.dirname, '../../../content/anchors.txt');
  const addresses = readAnchorList(readFileSync(file, 'utf8')).map(({ address }) => address);
  expect(addresses.length).toBeGreaterThan(500);
  expect(addresses).toEqual([...new Set(addresses)].sort());
});
