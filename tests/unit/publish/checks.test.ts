import { describe, expect, test } from 'vitest';
import { judgeSite, page, writeSite } from './write-site.ts';

const base = '/a/b/';
const origin = 'https://book.example';

/** What the checks say of `index.html`, `maths/index.html` and a few assets, with `files` laid over them. */
async function judge(files: Record<string, string>): Promise<string[]> {
  const dist = await writeSite({
    'index.html': page('<h2 id="top-of-it">上</h2>'),
    'maths/index.html': page('<h2 id="derivation">推</h2><svg id="drawing"></svg>'),
    'picture.svg': '<svg/>',
    'notes.txt': '',
    'card.png': '',
    ...files,
  });
  const problems = await judgeSite(dist, { base, origin }, await writeSite({}));
  return problems.map(({ rule, reason, candidates = [] }) =>
    [`${rule}: ${reason}`, ...candidates].join(' | '),
  );
}

describe('nothing is found in', () => {
  test.each([
    ['a link to a page', '<a href="/a/b/maths/">x</a>'],
    ['a link with a query', '<a href="/a/b/maths/?q=x">x</a>'],
    ['a relative link', '<a href="maths/#derivation">x</a>'],
    ['a link to this site by its full address', '<a href="https://book.example/a/b/maths/">x</a>'],
    ['a link to another host', '<a href="https://elsewhere.example/">x</a>'],
    ['a fragment of the same page', '<a href="#top-of-it">x</a><h2 id="top-of-it">上</h2>'],
    ['the top of the page', '<a href="#">x</a><a href="#top">x</a>'],
    ['a mail address', '<a href="mailto:a@b.example">x</a>'],
    ['a link to a file', '<a href="/a/b/notes.txt">x</a>'],
    ['pictures with text', '<img src="/a/b/picture.svg" alt="图"><img src="/a/b/picture.svg" alt="">'],
    ['a drawing with a title', '<svg role="img"><title>图</title></svg>'],
    ['a labelled drawing', '<p id="label">图</p><svg role="img" aria-labelledby="label"></svg>'],
    ['a drawing that refers to its parts', '<svg><marker id="m"/><path marker-end="url(#m)"/></svg>'],
    ['a canonical link on this host', '<link rel="canonical" href="https://book.example/a/b/">'],
    ['an image that decorates', '<img role="presentation" src="/a/b/picture.svg">'],
    [
      'a page that holds nothing but a section of the editors',
      '<section data-layer="editorial"><p>补</p></section>',
    ],
    ['a comment in a style sheet', '<style>/* url(https://elsewhere.example/x.png) */</style>'],
  ])('%s', async (_, body) => {
    expect(await judge({ 'index.html': page(body) })).toEqual([]);
  });
});

describe('a page', () => {
  test.each([
    ['without language', page('').replace(' lang="zh-CN"', ''), 'language-missing: <html> has no lang'],
    ['without title', page('').replace('<title>题</title>', ''), 'title-missing: The page has no <title>'],
    [
      'whose only title is that of a drawing',
      page('<svg role="img"><title>图</title></svg>').replace('<title>题</title>', '<title> </title>'),
      'title-missing: The page has no <title>',
    ],
    [
      'without charset',
      page('').replace(/<meta[^>]*>/, ''),
      'charset-missing: The page has no <meta charset>',
    ],
    ['without main', page('').replaceAll('main>', 'div>'), 'body-missing: The page has 0 <main>'],
    ['without h1', page('').replaceAll('h1>', 'h2>'), 'body-missing: The page has no <h1>'],
    ['without text', page('').replace('<p>文</p>', ''), 'body-missing: The page has no text below its title'],
    [
      'with navigation in the place of text',
      page('').replace('<p>文</p>', '<nav><p>下一章</p></nav><p> </p>'),
      'body-missing: The page has no text below its title',
    ],
    [
      'of the article with nothing left but what the editors say',
      page('').replace('<p>文</p>', '<p data-layer="editorial">正文 0 字</p>'),
      'body-missing: The page has no text below its title',
    ],
    [
      'with nothing but an empty section of the editors',
      page('').replace('<p>文</p>', '<section data-layer="editorial"><p> </p></section>'),
      'body-missing: The page has no text below its title',
    ],
    [
      'with an id used twice',
      page('<h2 id="x">一</h2><p id="x">二</p>'),
      'id-used-twice: The id "x" stands 2 times: <h2 id="x">, <p id="x">.',
    ],
    [
      'with an inline style',
      page('<p class="a" style="color:red">x</p>'),
      'inline-style: <p class="a"> has style="color:red"',
    ],
    ['with an empty inline style', page('<p style="">x</p>'), 'inline-style: <p> has style=""'],
    ['with a handler', page('<button onclick="x()">x</button>'), 'inline-script: <button> has onclick="x()"'],
    ['with a javascript: link', page('<a href=" JavaScript:x()">x</a>'), 'inline-script: <a'],
    ['with a picture without alt', page('<img src="/a/b/picture.svg">'), 'alternative-text-missing: <img'],
    ['with a nameless drawing', page('<svg role="img"></svg>'), 'alternative-text-missing: <svg>'],
    [
      'with a drawing labelled by nothing',
      page('<svg role="img" aria-labelledby="no"></svg>'),
      'alternative-text-missing: <svg>',
    ],
  ])('%s', async (_, html, expected) => {
    const found = await judge({ 'index.html': html });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});

describe('an address', () => {
  test.each([
    [
      'of no page',
      '<a href="/a/b/maht/">x</a>',
      'dead-link: <a href="/a/b/maht/"> leads to no page or file. | /a/b/maths/',
    ],
    [
      'of no page, relative',
      '<a href="maht/">x</a>',
      'dead-link: <a href="maht/"> leads to no page or file. | /a/b/maths/',
    ],
    [
      'of no page, in a drawing',
      '<svg><a xlink:href="/a/b/no/"></a></svg>',
      'dead-link: <a xlink:href="/a/b/no/">',
    ],
    ['that cannot be read', '<a href="https://[">x</a>', 'dead-link: <a href="https://[">'],
    ['without its slash', '<a href="/a/b/maths">x</a>', 'link-by-detour: /a/b/maths is not the address'],
    [
      'of the file itself',
      '<a href="/a/b/maths/index.html">x</a>',
      'link-by-detour: /a/b/maths/index.html is not',
    ],
    ['without the slash of the base', '<a href="/a/b">x</a>', 'outside-base-path: /a/b leads to /a/b,'],
    ['of the folder above the base', '<a href="/a/">x</a>', 'outside-base-path: /a/ leads to /a/,'],
    ['outside of the base path', '<a href="/maths/">x</a>', 'outside-base-path: /maths/ leads to /maths/,'],
    ['outside, of a picture', '<img alt="" src="/picture.svg">', 'outside-base-path: /picture.svg'],
    [
      'with a fragment that another page lacks',
      '<a href="/a/b/maths/#derivatio">x</a>',
      'missing-fragment: /a/b/maths/#derivatio points to "#derivatio", but /a/b/maths/ has no such id. | #derivation',
    ],
    [
      'with a fragment that this page lacks',
      '<a href="#no">x</a>',
      'missing-fragment: #no points to "#no", but this page',
    ],
    [
      'with a fragment that begins like that of the top',
      '<a href="#topic">x</a>',
      'missing-fragment: #topic',
    ],
    ['of a part that a drawing lacks', '<svg><path marker-end="url(#no)"/></svg>', 'missing-fragment: #no'],
    ['of a missing picture', '<img alt="" src="/a/b/pictur.svg">', '| /a/b/picture.svg'],
    [
      'of a missing picture for dense screens',
      '<img alt="" src="/a/b/picture.svg" srcset="no.png 2x">',
      'missing-file: <img',
    ],
    [
      'of a missing style sheet',
      '<link rel="stylesheet" href="/a/b/no.css">',
      'missing-file: <link rel="stylesheet"',
    ],
    ['of a missing icon', '<link rel="icon" href="/a/b/no.svg">', 'missing-file: <link rel="icon"'],
    [
      'of a missing font',
      '<style>@font-face{src:url(no.woff2)}</style>',
      'missing-file: <style> loads no.woff2',
    ],
    [
      'of a script elsewhere',
      '<script src="https://cdn.example/x.js"></script>',
      'request-to-another-host: <script> loads',
    ],
    [
      'of a style sheet elsewhere',
      '<link rel="preload" as="style" href="//cdn.example/x.css">',
      'request-to-another-host: <link>',
    ],
    [
      'of a picture elsewhere',
      '<img alt="" src="https://cdn.example/x.png">',
      'request-to-another-host: <img>',
    ],
    [
      'of a frame elsewhere',
      '<iframe title="x" src="https://cdn.example/"></iframe>',
      'request-to-another-host: <iframe>',
    ],
    [
      'imported from elsewhere',
      '<style>@import "https://cdn.example/x.css";</style>',
      'request-to-another-host: <style>',
    ],
    ['that holds its content', '<img alt="" src="data:image/png;base64,AA">', 'data-address: <img>'],
  ])('%s', async (_, body, expected) => {
    const found = await judge({ 'index.html': page(body) });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  test('in a style sheet of its own is followed from there', async () => {
    const found = await judge({ 'css/site.css': "a{b:url('../picture.svg')} a{b:url(picture.svg)}" });
    expect(found).toEqual([
      'missing-file: The style sheet loads picture.svg, which does not exist. | /a/b/picture.svg',
    ]);
  });
});

test("a page that is wholly the editors' has their text for its body", async () => {
  const html = page('').replace('<main>', '<main data-layer="editorial">');
  expect(await judge({ 'index.html': html })).toEqual([]);
});

test('everything is found at once, on every page', async () => {
  const found = await judge({
    'index.html': page('<a href="#x">x</a>'),
    '404.html': page('<a href="no/">x</a>'),
  });
  expect(found.map((text) => text.split(':')[0])).toEqual(['dead-link', 'missing-fragment']);
});
