import { expect, test } from 'vitest';
import type { Problem } from '../../../src/build/problem.ts';
import { judgeArticle } from '../../../src/proofreading/judges/judge-article.ts';
import { readArticleLines } from '../../../src/proofreading/reading/article-lines.ts';
import { createReader } from '../../../src/proofreading/reading/chapter-reader.ts';

const read = createReader({ terms: [] });

/** What the check says of a chapter that should be the given article. */
async function judge(article: string, chapter: string): Promise<Problem[]> {
  const { lines } = (await read('content/chapters/02-x.mdx', chapter)).chapter;
  return judgeArticle(readArticleLines('article.md', article), lines, 'article.md');
}

const said = (problems: Problem[]): string[] => problems.map((p) => `${p.rule} ${p.line}:${p.column}`);

const article = `# 题目

导语，**强调**与\`代码\`，$x_1$，10<sup>25</sup>次，List<String>。

## 一 节

- **甲**：文
  - 乙
- [ ] 丙

1. 子
2. 丑

\`\`\`python
a = 1

b = 2
\`\`\`

$$
x = 1
$$

> 引文

import 语句，{a}，<https://example.com>，x<5。<!-- 注 -->

    缩进代码

<div align="center">图1</div>

<table>
<tr><td>表</td></tr>
</table>

---

| 甲 | 乙 |
| -- | :-: |
| 1  | 2  | 3 |

文[^1]，[链](a.md "题")，![](b.png)\u00a0。

[^1]: 注。
`;
const chapter = article
  .replace('# 题目', '# 题目 {/* #title */}')
  .replace('## 一 节', '## 一 节 {/* #one */}');

test('a chapter that is the article raises nothing', async () => {
  expect(said(await judge(article, chapter))).toEqual([]);
});

test('what the editors add stands beside the article', async () => {
  const annotated = chapter
    .replace('**强调**', '<Lemma for="n">**强调**</Lemma><Ref to="n" />')
    .replace(
      '- **甲**：文',
      '- **甲**：文\n\n  <Note id="n" verdict="v">\n  依据，*另说*。\n\n  又一段。\n  </Note>\n',
    )
    .replace('> 引文', '> <Lemma for="q">引文</Lemma>\n>\n> <Note id="q" verdict="v">\n> 依据。\n> </Note>')
    .replace('| 1  |', '| 1<Ref to="n" />  |')
    .replace('$$\nx = 1\n$$', (formula) => `<Equation id="e">\n\n${formula}\n\n</Equation>`)
    .concat('\n<Supplement>\n\n## 补 {/* #two */}\n\n补充。\n\n```python\nc\n```\n\n</Supplement>\n');
  expect(said(await judge(article, annotated))).toEqual([]);
});

test('several components may stand one after the other, with as many empty lines as one likes', async () => {
  const note = '<Supplement>\n\n甲\n\n</Supplement>';
  expect(await judge('甲。\n\n乙。\n', `甲。\n\n${note}\n\n\n${note}\n\n乙。\n`)).toEqual([]);
});

test.each([
  ['what a component puts between its two parts', '甲。\n\n<Supplement>\n\n补\n\n</Supplement>\n\n乙。'],
  ['an empty line', '甲。\n\n乙。'],
])('a paragraph is not cut in two by %s', async (_what, chapter) => {
  expect(said(await judge('甲。\n乙。', chapter))).toEqual([
    `article-altered ${chapter.split('\n').length}:1`,
  ]);
});

test('a quotation is not cut in two either', async () => {
  const chapter = '> 甲。\n>\n> <Note id="n" verdict="v">\n> 据。\n> </Note>\n';
  expect(said(await judge('> 甲。\n>\n> 乙。', `${chapter}>\n> 乙。`))).toEqual([]);
  expect(said(await judge('> 甲。\n>\n> 乙。', `${chapter}\n> 乙。`))).toEqual(['article-altered 7:1']);
});

test('two paragraphs are not made one', async () => {
  expect(said(await judge('甲。\n\n乙。', '甲。\n乙。'))).toEqual(['article-altered 2:1']);
});

test('a paragraph that moved is missing in one place and too much in the other', async () => {
  expect(said(await judge('甲。\n\n乙。\n\n丙。', '甲。\n\n丙。\n\n乙。'))).toEqual([
    'article-dropped 1:1',
    'article-added 5:1',
  ]);
});

test('a paragraph that stands twice is too much', async () => {
  expect(said(await judge('甲。\n\n乙。', '甲。\n\n甲。\n\n乙。'))).toEqual(['article-added 3:1']);
});

test('both readings are shown with their places, and where they part', async () => {
  const [problem] = await judge('未来前景非常广阔。', '未来前景十分广阔。');
  expect(problem).toMatchObject({ file: 'content/chapters/02-x.mdx', line: 1, column: 5 });
  expect(problem?.reason).toContain('the article, article.md:1:5:\n  未来前景非常广阔。');
  expect(problem?.reason).toContain('has put there:\n  未来前景十分广阔。');
  expect(problem?.reason).toContain('after 4 characters: “非常广阔。” became “十分广阔。”');
});

/** Numbers that look like chance, the same each time (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A text with one character taken out, put in twice, or changed. */
function mutate(text: string, at: number, kind: number): string {
  const character = text[at] === '\n' ? ' ' : '\n';
  return text.slice(0, at) + ['', text[at]?.repeat(2), character, '丁', '*'][kind % 5] + text.slice(at + 1);
}

/** Empty lines at the beginning and end of the article are nobody's. */
const core = (text: string) => text.replace(/^\n+|\n+$/g, '');

test('whichever character of the article is changed, it is found, at its line', async () => {
  const { lines } = (await read('content/chapters/02-x.mdx', chapter)).chapter;
  const below = random(21);
  for (let round = 0; round < 3000; round++) {
    const at = below(article.length);
    const mutated = mutate(article, at, below(5));
    if (core(mutated) === core(article)) continue;
    const problems = judgeArticle(readArticleLines('article.md', mutated), lines, 'article.md');
    expect(problems, JSON.stringify(mutated.slice(at - 5, at + 5))).not.toEqual([]);
    const line = mutated.slice(0, at).split('\n').length;
    const places = problems.map(({ reason }) => Number(/article\.md:(\d+)/.exec(reason)?.[1] ?? line));
    expect(
      places.some((place) => Math.abs(place - line) <= 3),
      `${line}: ${places}`,
    ).toBe(true);
  }
});

test('whichever character of the article is changed in a chapter, it is found, at its line', async () => {
  const below = random(22);
  for (let round = 0; round < 300; round++) {
    const at = below(chapter.length);
    const mutated = mutate(chapter, at, below(5));
    // An id is the edition's.
    const isId = /\{\/\*[^}]*$/.test(chapter.slice(0, at + 1)) || /^.{0,3}\{\//.test(chapter.slice(at));
    if (core(mutated) === core(chapter) || isId) continue;
    const line = mutated.slice(0, at).split('\n').length;
    const problems = await judge(article, mutated);
    const near = problems.some((problem) => Math.abs((problem.line ?? 0) - line) <= 3);
    expect(near, `${line}: ${said(problems).join()} ${JSON.stringify(mutated.slice(at - 5, at + 5))}`).toBe(
      true,
    );
  }
});
