import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeProvenance } from '../../../src/proofreading/judges/judge-provenance.ts';

const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'; // of "abc", FIPS 180-2, B.1

test('the article is known by its bytes', () => {
  expect(judgeProvenance(Buffer.from('abc'), `sha256: ${hash}`, 'a.md')).toEqual([]);
  expect(judgeProvenance(Buffer.from('abc\n'), `sha256: ${hash}`, 'a.md')[0]?.rule).toBe(
    'article-bytes-changed',
  );
  const alike = `${hash.slice(0, -1)}e`;
  expect(judgeProvenance(Buffer.from('abc'), `sha256: ${alike}`, 'a.md')).toHaveLength(1);
  expect(judgeProvenance(Buffer.from('abc'), `sha256: ${hash.slice(0, 8)}`, 'a.md')).toHaveLength(1);
});

test('Git gives the article its own bytes on every system', () => {
  expect(readFileSync('.gitattributes', 'utf8')).toMatch(/^article\.md -text$/m);
});
