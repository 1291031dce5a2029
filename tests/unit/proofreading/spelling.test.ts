import { expect, test } from 'vitest';
import { judgeSpelling } from '../../../src/proofreading/judges/judge-spelling.ts';
import { spellingFaults } from '../../../src/proofreading/judges/spelling.ts';
import { readText } from './read-text.ts';

const head = '---\nkind: chapter\nnumeral: 第四章\ntitle: 数学\nlead: 导语。\n---\n';

async function judge(body: string, frontmatter = head): Promise<string[]> {
  const chapter = await readText(frontmatter + body, 'x.mdx');
  return judgeSpelling([chapter]).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

test.each([
  ['模型,数据', ['spelling-half-width ,']],
  ...[...',;:?!'].flatMap((mark): [string, string[]][] => [
    [`模型${mark}`, [`spelling-half-width ${mark}`]],
    [`GPT${mark} 模型`, [`spelling-half-width ${mark}`]],
  ]),
  ['模型: 数据', ['spelling-half-width :']],
  ['完了.', ['spelling-half-width .']],
  ['注意力(见下)', ['spelling-half-width (见下)']],
  ['见（一)', []],
  ['GPT-4 (四代)', ['spelling-half-width (四代)']],
  ['复杂度O(n)的', []],
  ['比例3:1，共1,024个', []],
  ['main.py里', []],
  ['５０％', ['spelling-full-width ５０％']],
  ['「引」', ['spelling-quotes 「', 'spelling-quotes 」']],
  ['所谓"引"', ['spelling-quotes "', 'spelling-quotes "']],
  ["O'Reilly的书", []],
  ['“引‘内’”', []],
  ['一—二', ['spelling-dash —']],
  ['一--二', ['spelling-dash --']],
  ['一——二', []],
  ['GB/T 7714—2015', []],
  ['等等…', ['spelling-dots …']],
  ['等等...', ['spelling-dots ...']],
  ['等等……', []],
  ['一 ——二', ['spelling-space  ——']],
  ['50 %', ['spelling-space 0 %']],
  ['50%与37℃', []],
  ['32 GB', ['spelling-unit 32 GB']],
  ['32GB', ['spelling-unit 32GB']],
  ['32\u00a0GB，120\u00a0ms', []],
  ['Llama-3-8B与A100-80GB', []],
  ['3~5倍', ['spelling-range 3~5']],
  ['约3-5倍', ['spelling-range 3-5']],
  ['图2-1与2024-05-13', []],
  ['3～5倍', []],
  ['好，。', ['spelling-twice ，。']],
])('%s', (text, faults) => {
  expect(spellingFaults(text).map(({ rule, words }) => `${rule} ${words}`)).toEqual(faults);
});

test('a fault is told at its place, in paragraphs, lists, tables and notes', async () => {
  expect(await judge('<Supplement>\n\n一句。\n\n有**一,二**。\n\n</Supplement>')).toEqual([
    'spelling-half-width 11:5',
  ]);
  expect(await judge('<Supplement>\n\n- 一\n- 二,三\n\n</Supplement>')).toEqual(['spelling-half-width 10:4']);
  expect(await judge('<Supplement>\n\n| 甲 |\n| --- |\n| 一,二 |\n\n</Supplement>')).toEqual([
    'spelling-half-width 11:4',
  ]);
  expect(await judge('甲<Ref to="a" />\n\n<Note id="a" verdict="一,二。">三,四</Note>')).toEqual([
    'spelling-half-width 9:24',
    'spelling-half-width 9:30',
  ]);
  expect(await judge('', head.replace('导语。', '导,语'))).toEqual(['spelling-half-width 5:8']);
});

test('the article, code, formulas and English are left alone', async () => {
  expect(await judge('原文,如此 "引"\n\n- 甲, 乙')).toEqual([]);
  expect(
    await judge(
      '<Supplement>\n\n写`a,b`，设$f(x), y$，读Deep Learning, Fast and Slow。\n\n```python\nx = "一,二"\n```\n\n</Supplement>',
    ),
  ).toEqual([]);
  expect(await judge('<Pair>\n\n原文,如此\n\n<Correction>\n\n当作,如此\n\n</Correction>\n\n</Pair>')).toEqual(
    ['spelling-half-width 13:3'],
  );
});

test('a mark behind a formula or an English phrase is the editors’', async () => {
  expect(await judge('<Supplement>\n\n读Deep Learning,再说\n\n</Supplement>')).toEqual([
    'spelling-half-width 9:15',
  ]);
});

test('the marks of Markdown that was not read are no marks of a sentence', async () => {
  expect(
    await judge(
      '<Supplement>\n\n设\\(a + b\\)为整数。\n\n:::提示\n\n| 甲 | 乙 |\n| --- |\n| 丙 | 丁 |\n\n一,二\n\n</Supplement>',
    ),
  ).toEqual(['spelling-half-width 17:2']);
});
