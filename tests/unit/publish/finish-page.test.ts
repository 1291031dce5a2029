import { expect, test } from 'vitest';
import { completePage } from '../../../src/publish/pages/finish-page.ts';
import { readPage } from '../../../src/publish/pages/read-page.ts';
import { findSeams } from '../../../src/publish/pages/seams.ts';
import { page } from './write-site.ts';

const nothing = { faces: '', preload: '', sizes: [] as string[] };

function written(html: string, completion = nothing): string {
  const seams = findSeams(readPage('index.html', '/', html));
  return completePage(html, { seams, ...completion });
}

const start = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">';

test('the policy stands before everything that it binds, and allows nothing that the page does not have', () => {
  expect(written(page(''))).toBe(
    page('').replace(
      start,
      `${start}<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; ` +
        `style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; ` +
        `worker-src 'self'; base-uri 'none'; form-action 'none'">`,
    ),
  );
});

// echo -n 'a{}' | openssl dgst -sha256 -binary | base64
const styleHash = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";

test('styles and scripts of the page are allowed by their hashes, each once', () => {
  const html = written(page('<style>a{}</style>', '<style>a{}</style><script>"号"</script>'));
  expect(html.split(styleHash)).toHaveLength(2);
  expect(html).toMatch(
    /script-src 'self' 'sha256-[^']{44}'; style-src 'self' 'sha256-[^']{44}';/,
  );
});

test.each([
  ['application/ld+json', 0],
  ['text/plain', 0],
  ['module', 1],
  ['importmap', 1],
  ['speculationrules', 1],
  ['text/javascript', 1],
])('an inline script of the type %s needs %d hashes', (type, hashes) => {
  const html = written(page('', `<script type="${type}">1</script>`));
  expect(html.match(/'sha256-/g) ?? []).toHaveLength(hashes);
});

test('a script in a file needs none', () => {
  expect(written(page('', '<script src="/x.js"></script>'))).not.toContain('sha256');
});

test('fonts are declared in the first style, whose hash is of both, and asked for behind the policy', () => {
  const html = written(page('', '<style>b{}</style><style>a{}</style>'), {
    faces: '@font-face{}',
    preload: '<link rel="preload">',
    sizes: [],
  });
  expect(html).toContain('<style>@font-face{}b{}</style><style>a{}</style>');
  expect(html).toMatch(
    /<meta charset="utf-8"><meta http-equiv="content-security-policy"[^>]*><link rel="preload">/,
  );
  // echo -n '@font-face{}b{}' | openssl dgst -sha256 -binary | base64
  expect(html).toContain(
    `style-src 'self' 'sha256-WF9Z+QPksVNNaZuM5qyo8LUIOnUd5voIemEc0GuJGp0=' ${styleHash};`,
  );
});

test('sizes of files stand where the page leaves room for them', () => {
  const html = page('<i data-size-of="book.epub"></i>、<i data-size-of="book.pdf"></i>');
  expect(written(html, { ...nothing, sizes: ['1 KB', '2 KB'] })).toContain(
    '<i data-size-of="book.epub">（1 KB）</i>、<i data-size-of="book.pdf">（2 KB）</i>',
  );
});
