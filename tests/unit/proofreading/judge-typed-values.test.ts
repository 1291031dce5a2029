import { expect, test } from 'vitest';
import { readTable } from '../../../src/book/data/read-table.ts';
import { judgeTypedValues } from '../../../src/proofreading/judges/judge-typed-values.ts';
import { readText } from './read-text.ts';

const rows = {
  filings: readTable(
    'filings',
    'date,filed,registered,filed_new,registered_new,nature,note,sources,confidence\n2026-06-30,988,600,,,官方精确,,cac,高\n',
  ).rows,
  prices: readTable(
    'prices',
    'key,vendor,model,tier,series,date,date_type,currency,input,cached_input,output,condition,sources,confidence\n' +
      'v4,甲,m,旗舰,,2026-08,生效,CNY,4.5,0.15,13.5,,s,高\nv3,甲,m,旗舰,,2026-08,生效,USD,0.575,,,,s,高\n',
  ).rows,
  timeline: [],
  usage: readTable(
    'usage',
    'key,measure,publisher,date,time,bound,value,unit,penetration,note,sources,confidence\n' +
      'users,用户,甲,2025-12,年末,,6.02,亿人,42.8,,s,高\ncloud,合计,乙,2025-06,上半年,,536.7,万亿token,,,s,中\n',
  ).rows,
};

test.each([
  ['<Supplement>\n\n共988款\n\n</Supplement>', ['8:2 filings 2026-06-30 filed']],
  ['<Supplement title="988款">\n\n文\n\n</Supplement>', ['6:20 filings 2026-06-30 filed']],
  [
    '<Supplement>\n\n输出13.5元，6.02亿人\n\n</Supplement>',
    ['8:3 prices v4 output', '8:9 usage users value'],
  ],
  [
    '<Supplement>\n\n占42.8%，536.7万亿\n\n</Supplement>',
    ['8:2 usage users penetration', '8:8 usage cloud value'],
  ],
  // From the data; in the article; with another unit; part of another number; too plain to say what it is.
  ['<Supplement>\n\n共<Value of="filings 2026-06-30 filed" />款\n\n</Supplement>', []],
  ['共988款', []],
  ['<Supplement>\n\n988个、988元、13.5美元、0.575元\n\n</Supplement>', []],
  ['<Supplement>\n\n1988款、0.988款、113.5元\n\n</Supplement>', []],
  ['<Supplement>\n\n600款、4.5元、0.15元\n\n</Supplement>', []],
])('%j', async (body, expected) => {
  const head = '---\nkind: chapter\nnumeral: 第四章\ntitle: 数学\n---\n';
  const chapter = await readText(head + body);
  const problems = judgeTypedValues([chapter], rows);
  expect(problems.map((f) => `${f.line}:${f.column} ${/of="(.*?)"/.exec(f.remedy)?.[1] ?? ''}`)).toEqual(
    expected,
  );
});
