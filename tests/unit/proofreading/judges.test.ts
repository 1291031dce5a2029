import { expect, test } from 'vitest';
import type { Problem } from '../../../src/build/problem.ts';
import { judgeAnchors } from '../../../src/proofreading/judges/judge-anchors.ts';
import { judgeChapterFiles } from '../../../src/proofreading/judges/judge-chapter-files.ts';
import { judgeCitations } from '../../../src/proofreading/judges/judge-citations.ts';
import { judgeComponents } from '../../../src/proofreading/judges/judge-components.ts';
import { judgeImages } from '../../../src/proofreading/judges/judge-images.ts';
import { judgeLinks } from '../../../src/proofreading/judges/judge-links.ts';
import { judgeOutsideLinks } from '../../../src/proofreading/judges/judge-outside-links.ts';
import { readText } from './read-text.ts';

const file = 'content/chapters/05-maths.mdx';
const head = '---\nkind: chapter\nnumeral: 第四章\ntitle: 数学\n---\n';

function read(body: string) {
  return readText(head + body, file);
}

function show(problems: Problem[]): string[] {
  return problems.map((f) => [`${f.rule} ${f.line}:${f.column}`, ...(f.candidates ?? [])].join(' '));
}

const pages = new Map([
  ['/', new Set(['keywords'])],
  ['/maths/', new Set(['model'])],
  ['/references/', new Set(['jia-home'])],
]);

const published = new Set(['/data/prices.csv', '/files/手册.pdf', '/files/a 50%.pdf']);

test.each([
  ['[x](/maths/)', []],
  ['[x](/#keywords)', []],
  ['[x](#model)', []],
  ['[x](#)', []],
  ['[x](/data/prices.csv)', []],
  ['[x](https://example.org/nowhere#x)', []],
  ['[x](mailto:a@example.org)', []],
  ['[x](/maths)', ['link-to-no-page 6:1 /maths/']],
  ['[x](/data/price.csv)', ['link-to-no-page 6:1 /data/prices.csv']],
  ['[x](#modell)', ['link-to-no-section 6:1 #model']],
  ['[x](/maths/#keyword)', ['link-to-no-section 6:1 /#keywords']],
  ['[x](maths/)', ['link-relative 6:1 /maths/']],
  ['[x](../maths/)', ['link-relative 6:1 /maths/']],
  ['[x](/files/手册.pdf)', []],
  ['[x](</files/a 50%.pdf>)', []],
  ['[x](/files/%BD%D8.pdf)', ['link-to-no-page 6:1']],
])('link %s', async (body, expected) => {
  expect(show(judgeLinks([await read(body)], pages, published))).toEqual(expected);
});

test.each([
  ['[x](https://mirror.example/a)', ['link-refused 6:1']],
  ['[x](//www.mirror.example)', ['link-refused 6:1']],
  ['见 https://mirror.example/a 。', ['link-refused 6:3']],
  ['<Supplement>\n\n见[x](http://mirror.example:80/#y)。\n\n</Supplement>', ['link-refused 8:2']],
  ['[x](https://nomirror.example/)', []],
  ['[x](https://example.org/mirror.example)', []],
  ['[x](/mirror.example/)', []],
])('link to another host %s', async (body, expected) => {
  const refused = [{ host: 'mirror.example', reason: 'a copy.' }];
  expect(show(judgeOutsideLinks([await read(body)], refused))).toEqual(expected);
});

test.each([
  ['![图](/a.png)', []],
  ['![图](./b.png)', []],
  ['![图](https://example.org/x.png)', []],
  ['![图](/b.png)', ['image-missing 6:1 public/a.png public/img/a b.png']],
  ['![](/a.png)', ['image-without-description 6:1']],
  ['![图](/img/截图.png)', []],
  ['![图](</img/a b.png>)', []],
  ['![图](/img/%E6%88%AA图.png?v=2)', []],
  ['![图](/img/增长50%.png)', []],
  ['![图][x]\n\n[x]: /img/增长50%25.png', []],
  ['![图][x]\n\n[x]: /%BD%D8.png', ['image-missing 6:1']],
  ['![图](./增长%.png)', ['image-missing 6:1 content/chapters/b.png']],
])('picture %s', async (body, expected) => {
  const names = ['a b.png', '截图.png', '增长50%.png'].map((name) => `public/img/${name}`);
  const files = new Set([...names, 'public/a.png', 'content/chapters/b.png']);
  expect(show(judgeImages([await read(body)], files))).toEqual(expected);
});

test.each([
  ['content/chapters/02-a.md', true],
  ['content/chapters/02-a.MDX', true],
  ['content/chapters/02-a.markdown', true],
  ['content/chapters/part/02-a.mdx', true],
  ['content/02-a.mdx', true],
  ['content/chapters/a.png', false],
  ['content/article/article.md', false],
  ['content/anchors.txt', false],
])('%s is told to be ignored: %s', (ignored, told) => {
  const problems = judgeChapterFiles([], [], new Set([ignored]));
  expect(
    problems.some((problem) => problem.rule === 'chapter-file-ignored' && problem.file === ignored),
  ).toBe(told);
});

test.each([
  ['<Supplement title="x">文</Supplement>', []],
  ['<Supplement titel="x">文</Supplement>', ['attribute-unknown 6:1 title']],
  ['<Note id="x">文</Note>', ['attribute-missing 6:1']],
])('component %s', async (body, expected) => {
  expect(show(judgeComponents([await read(body)]))).toEqual(expected);
});

test('an id that stands twice is found, in one chapter or in two, section or note', async () => {
  const chapter = await read(
    '## 一 {/* #one */}\n\n甲<Ref to="one" />\n\n<Note id="one" verdict="v">x</Note>\n',
  );
  expect(show(judgeAnchors([chapter]))).toEqual(['id-used-twice 10:1']);
  const other = await read('## 一 {/* #one */}');
  expect(show(judgeAnchors([other, { ...other, file: 'y.mdx' }]))).toEqual(['id-used-twice 6:1']);
});

test('a citation of an unknown entry is found', async () => {
  const chapter = await read('<Supplement>文<Cite keys="jia-home jia-hom" /></Supplement>');
  expect(show(judgeCitations([chapter], pages.get('/references/') ?? new Set()))).toEqual([
    'citation-unknown 6:14 jia-home',
  ]);
});

test('a tag that is none is told at its place', async () => {
  expect(show((await read('<Note>文')).problems)[0]).toMatch(/^tag-unclosed 6:1/);
  expect(show((await read('<Suplement>文</Suplement>')).problems)[0]).toBe(
    'unknown-component 6:1 Supplement',
  );
  expect(show((await read('<Supplement>\n\n$$\na\n\n</Supplement>')).problems)).toEqual([
    'formula-unclosed 8:1',
  ]);
});
