import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { editionOptions } from '../../../src/book/edition-components.ts';
import { createCompiler } from '../../../src/markdown/compile.ts';
import { articleBlocks } from '../../../src/proofreading/reading/article-blocks.ts';
import { readArticle } from '../../../src/proofreading/reading/article-source.ts';
import { judgeArticle } from '../../../src/proofreading/judges/judge-article.ts';

const compile = await createCompiler({ base: '/', ...editionOptions });

/** What the check says of a chapter that should be the given article. */
async function judge(article: string, chapter: string): Promise<string[]> {
  const { tree, messages } = await compile('x.mdx', chapter);
  if (!tree) throw new Error(String(messages[0]));
  const blocks = articleBlocks(tree).map((block) => ({ ...block, file: 'x.mdx' }));
  return judgeArticle(await readArticle(article), blocks, 'article.md').map(
    (f) => `${f.rule} ${f.line}:${f.column}`,
  );
}

const article = `导语，**强调**与\`代码\`，$x_1$。

## 一 节

- **甲**：文
  - 乙

1. 子
2. 丑

\`\`\`python
a = 1

b = 2
\`\`\`

$$
x = 1
$$

---

| 甲 | 乙 |
| -- | -- |
| 1  | 2  |
`;
const chapter = article.replace('## 一 节', '## 一 节 {/* #one */}');

test('a chapter that is the article raises nothing', async () => {
  expect(await judge(article, chapter)).toEqual([]);
});

test('what the editors add stands beside the article', async () => {
  const annotated = chapter
    .replace('**强调**', '<Lemma for="n">**强调**</Lemma><Ref to="n" />')
    .replace(
      '- **甲**：文',
      '- **甲**：文\n\n  <Note id="n" verdict="v">\n  依据，*另说*。\n\n  又一段。\n  </Note>\n',
    )
    .concat('\n<Supplement>\n\n## 补 {/* #two */}\n\n补充。\n\n```python\nc\n```\n\n</Supplement>\n');
  expect(await judge(article, annotated)).toEqual([]);
});

test.each([
  ['a word', '导语', '引言', 'article-altered 1:1'],
  ['emphasis', '**强调**', '强调', 'article-altered 1:1'],
  ['inline code', '`代码`', '代码', 'article-altered 1:1'],
  ['an inline formula', '$x_1$', '$x_2$', 'article-altered 1:1'],
  ['a title', '## 一 节', '## 一 结', 'article-altered 3:1'],
  ['the level of a title', '## 一 节', '### 一 节', 'article-altered 3:1'],
  ['a list item', '- **甲**：文', '- **甲**：问', 'article-altered 5:1'],
  ['the depth of a list item', '\n  - 乙', '\n- 乙', 'article-altered 6:1'],
  ['the number of a list item', '1. 子', '2. 子', 'article-altered 8:1'],
  ['a code line', 'b = 2', 'b = 3', 'article-altered 14:1'],
  ['an empty code line', 'a = 1\n\n', 'a = 1\n', 'article-dropped 12:1'],
  ['the language of code', '```python', '```js', 'article-altered 11:1'],
  ['a formula', 'x = 1', 'x = 2', 'article-altered 17:1'],
  ['a rule', '---\n\n', '', 'article-dropped 17:1'],
  ['a table cell', '| 1  |', '| 3  |', 'article-altered 25:1'],
])('%s that differs is found at its place', async (_what, from, to, problem) => {
  expect(chapter).toContain(from);
  expect((await judge(article, chapter.replace(from, to)))[0]).toBe(problem);
});

test('a paragraph that moved is missing in one place and too much in the other', async () => {
  expect(await judge('甲。\n\n乙。\n\n丙。', '甲。\n\n丙。\n\n乙。')).toEqual([
    'article-dropped 1:1',
    'article-added 5:1',
  ]);
});

test('a paragraph that stands twice is too much', async () => {
  expect(await judge('甲。\n\n乙。', '甲。\n\n甲。\n\n乙。')).toEqual(['article-added 3:1']);
});

test('a diagram is known by its source', async () => {
  const fence = '```mermaid\ngraph TD\n  A --> B\n```';
  const figure = `<Figure id="f" title="图" description="述">\n\n${fence}\n\n</Figure>`;
  expect(await judge(fence, figure)).toEqual([]);
  expect(await judge(fence.replace('B', 'C'), figure)).toEqual(['article-altered 3:1']);
});

test('both readings are shown, and where they part', async () => {
  const { tree } = await compile('x.mdx', '未来前景十分广阔。');
  const blocks = articleBlocks(tree ?? { type: 'root', children: [] }).map((block) => ({
    ...block,
    file: 'x.mdx',
  }));
  const [problem] = judgeArticle(await readArticle('未来前景非常广阔。'), blocks, 'article.md');
  expect(problem?.reason).toContain('the article, article.md:1:\n  未来前景非常广阔。');
  expect(problem?.reason).toContain('the chapter:\n  未来前景十分广阔。');
  expect(problem?.reason).toContain('after 4 characters: “非常广阔。” became “十分广阔。”');
});

test('every kind of block of the article is seen', async () => {
  const folder = path.resolve(import.meta.dirname, '../../../content');
  const blocks = await readArticle(readFileSync(path.join(folder, 'article/article.md'), 'utf8'));
  const kinds = new Set(blocks.map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['paragraph', 'heading', 'item', 'diagram', 'formula', 'listing', 'rule']));
  expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(36);
});
