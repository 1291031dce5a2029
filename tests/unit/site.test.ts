import { expect, test } from 'vitest';
import { readPlacement } from '../../src/site.ts';

test.each([
  [{}, { origin: undefined, base: '/' }],
  [
    { SITE_URL: '', BASE_PATH: '' },
    { origin: undefined, base: '/' },
  ],
  [{ SITE_URL: 'https://book.example/' }, { origin: 'https://book.example', base: '/' }],
  [{ BASE_PATH: '/' }, { origin: undefined, base: '/' }],
  [{ BASE_PATH: 'a/b' }, { origin: undefined, base: '/a/b/' }],
  [{ BASE_PATH: '/a/b/' }, { origin: undefined, base: '/a/b/' }],
])('%o', (env, placement) => {
  expect(readPlacement(env)).toEqual(placement);
});

test.each([
  { SITE_URL: 'book.example' },
  { SITE_URL: 'ftp://book.example' },
  { SITE_URL: 'https://book.example/a' },
  { BASE_PATH: '/a/../b' },
  { BASE_PATH: '/a b' },
  { BASE_PATH: '/a?b' },
])('%o is refused, and the setting named', (env) => {
  expect(() => readPlacement(env)).toThrow(Object.keys(env)[0]);
});
