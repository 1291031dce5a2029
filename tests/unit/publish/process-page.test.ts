import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { completePage, type PageFonts } from '../../../src/publish/pages/complete-page.ts';
import processPage, { type PageJob, type ProcessedPage } from '../../../src/publish/pages/process-page.ts';
import { page } from './write-site.ts';

const noFonts: PageFonts = { faces: '', preload: [] };
const book = { base: '/', origin: undefined, parts: [], closing: [], date: undefined };

function processed(html: string, job: Partial<PageJob> = {}): ProcessedPage {
  const preview = { date: undefined, chapters: [], sectionPictures: true };
  return processPage({ file: 'index.html', html, book, preview, redirects: [], printed: undefined, ...job });
}

function written(html: string, fonts = noFonts, job: Partial<PageJob> = {}): string {
  return completePage(processed(html, job).draft, fonts, (file) => file.length);
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
  expect(html).toMatch(/script-src 'self' 'sha256-[^']{44}'; style-src 'self' 'sha256-[^']{44}';/);
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

test("of a formula of the editors' the TeX is not sent, of the article's it is", () => {
  const formula = (tex: string) =>
    `<math><semantics><mi>x</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;
  const html = written(page(`<p>${formula('own')}</p><p data-layer="editorial">${formula('theirs')}</p>`));
  expect(html).toContain('own');
  expect(html).toContain('<p data-layer="editorial"><math><semantics><mi>x</mi></semantics></math></p>');
});

test('a script in a file needs none', () => {
  expect(written(page('', '<script src="/x.js"></script>'))).not.toContain('sha256');
});

test('fonts are declared in a style of their own, whose hash the policy has, and asked for behind the policy', () => {
  const html = written(page('', '<style>a{}</style>'), {
    faces: 'b{}',
    preload: [h('link', { rel: 'preload' })],
  });
  expect(html).toMatch(
    /<meta charset="utf-8"><meta http-equiv="content-security-policy"[^>]*><link rel="preload"><style>b\{\}<\/style>/,
  );
  // echo -n 'b{}' | openssl dgst -sha256 -binary | base64
  expect(html).toContain(
    `style-src 'self' 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans=' ${styleHash};`,
  );
});

test('sizes of files stand where the page leaves room for them', () => {
  const html = page('<i data-size-of="book.epub"></i>、<i data-size-of="book.pdf"></i>');
  expect(written(html)).toContain(
    '<i data-size-of="book.epub">（1\u00a0KB）</i>、<i data-size-of="book.pdf">（1\u00a0KB）</i>',
  );
});

test('a page is published without the sources of its diagrams', () => {
  expect(written(page('<div class="diagram" data-mermaid="graph TD"></div>'))).toContain(
    '<div class="diagram"></div>',
  );
});

test.each([
  ['<p id="new">甲</p>', '<p id="new"><span id="old"></span>甲</p>'],
  [
    '<table id="new"><tbody><tr><td>甲</td></tr></tbody></table>',
    '<table id="new"><tbody><tr><td><span id="old"></span>甲</td></tr></tbody></table>',
  ],
  [
    '<figure id="new"><figcaption>图</figcaption></figure>',
    '<figure id="new"><figcaption><span id="old"></span>图</figcaption></figure>',
  ],
  ['<ol id="new"> <li>甲</li></ol>', '<ol id="new"> <li><span id="old"></span>甲</li></ol>'],
])('an old id stands beside the new one of the same page: %s', (body, expected) => {
  const redirects = [{ fragment: 'old', target: '/#new' }];
  expect(written(page(body), noFonts, { redirects })).toContain(expected);
});

test('of what has moved to another page a line says where to', () => {
  const html = written(page(''), noFonts, { redirects: [{ fragment: 'old', target: '/maths/#new' }] });
  expect(html).toMatch(
    /<p id="old">[^<]*<a class="moved" href="\/maths\/#new">别处<\/a>。<\/p><script>[^<]*<\/script><\/section><\/main>/,
  );
});
