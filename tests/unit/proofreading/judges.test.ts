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
  ['[x](www.example.org)', ['link-without-protocol 6:1']],
  ['[x](example.com/a)', ['link-without-protocol 6:1']],
  ['[x](maths.md)', ['link-relative 6:1 /maths/']],
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
  ['![图](https://example.org/x.png)', ['image-remote 6:1']],
  ['![图](//example.org/x.png)', ['image-remote 6:1']],
  ['![图](data:image/png;base64,eA==)', ['image-remote 6:1']],
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

test.each([
  ['<Note>文', ['tag-unclosed 6:1']],
  ['<Supplement>\n\n<Note id="x" verdict="y">\n\n甲\n\n</Supplement>', ['tag-unclosed 12:1']],
  ['<Supplement>甲\n\n乙</Supplement>', ['tag-unclosed 6:1']],
  ['甲\n\n</Supplement>', ['tag-unclosed 8:2']],
  ['<Suplement>文</Suplement>', ['unknown-component 6:1 Supplement']],
  ['<Note id=“x” verdict="v">甲</Note>', ['tag-malformed 6:10']],
  ['<Note id="x verdict=v>甲</Note>', ['tag-malformed 6:31']],
  ['> <Note id="x"\nverdict="v">甲</Note>', ['tag-malformed 7:1']],
  ['<Supplement>\n\n$$\na\n\n</Supplement>', ['formula-unclosed 8:1']],
  ['<Supplement>\n\n> $$\n> a\n$$\n\n</Supplement>', ['formula-unclosed 8:3']],
  ['<Supplement>\n\n```js\na\n\n</Supplement>', ['unread-fence-unclosed 8:1']],
  ['- 甲\n\n  ~~~\n  a\n  ```', ['unread-fence-unclosed 8:3']],
])('what cannot be read is told at its place, in words of ours: %j', async (body, expected) => {
  const { problems } = await read(body);
  expect(show(problems)).toEqual(expected);
  expect(problems.map(({ reason }) => reason).join()).not.toMatch(/[Ee]xpected|MDX/);
});

test.each([
  ['##题', ['6:1']],
  ['##　题', ['6:1']],
  ['> [!NOTE]\n> 甲', ['6:3']],
  [':::tip\n\n甲\n\n:::', ['6:1', '10:1']],
  ['正文[^9]，见[文档][nope]，[甲]（https://example.com/a）。', ['6:3', '6:20', '6:9']],
  ['[甲](a b)、![图](a b.png)', ['6:1', '6:10']],
  ['![[图.png]]与[[页面]]', ['6:1', '6:12']],
  ['[toc]', ['6:1']],
  ['甲\n\n| 左 | 右 |\n| —— | —— |\n| 一 | 二 |', ['8:1']],
  ['| 左 | 右 |\n| --- |\n| 一 | 二 |', ['6:1']],
  ['甲\n\n————', ['8:1']],
  ['\\[\nE = mc^2\n\\]\n\n设 \\(a + b\\)。', ['6:1', '10:3']],
  ['甲：\n1、乙\n2、**丙**', ['7:1']],
  ['- （1）甲\n  （2）乙', ['6:3']],
  ['[x] 甲', ['6:1']],
  ['==甲==、~~ 乙 ~~、** 丙 **丁', ['6:15', '6:1', '6:7']],
  ['H~2~O、2^10^', ['6:2', '6:8']],
  ['`甲', ['6:1']],
  ['题 {#id}', ['6:3']],
  ['<Supplement title="题">见[[页面]]</Supplement>', ['6:24']],
  // What is meant as it stands.
  ['\\##题，\\[1\\]，\\`', []],
  ['a[i][j]、[1][2]、3*4、x**2、x == y、[0,1]', []],
  ['`[[页面]]`与$a^2$\n\n```text\n##题\n```', []],
  ['第一\n二', []],
])('Markdown that was not read: %j', async (body, places) => {
  const { problems } = await read(body);
  expect(show(problems)).toEqual(places.map((place) => `unread-markdown ${place}`));
});

test('what is not read of a fence or of a table is told', async () => {
  const fence = '```python title="示例.py" {1,3}\na = 1\nb = 2 # [!code highlight]\n```';
  expect(show((await read(fence)).problems)).toEqual(['unread-fence 6:1', 'unread-fence 8:9']);
  const table = '| 甲 | 乙 |\n| --- | --- |\n| 丙 | $P(A|B)$ |\n| `a|b` | 丁 |\n| 戊 |';
  const chapter = await read(table);
  expect(show(chapter.problems)).toEqual([
    'unread-table-cells 8:11',
    'unread-table-cells 9:9',
    'unread-table-cells 10:1',
  ]);
});
