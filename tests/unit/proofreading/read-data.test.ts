import { expect, test } from 'vitest';
import { judgeValues } from '../../../src/proofreading/judges/judge-values.ts';
import { readData } from '../../../src/proofreading/reading/read-data.ts';
import { readText } from './read-text.ts';

const texts = {
  filings:
    'date,filed,registered,filed_new,registered_new,nature,note,sources,confidence\n2026-06-30,988,598,,,官方精确,,cac,高\n',
  prices:
    'key,vendor,model,tier,series,date,date_type,currency,input,cached_input,output,condition,sources,confidence\n',
  timeline: 'key,date,category,label,event,sources,confidence\n',
  usage: 'key,measure,publisher,date,time,bound,value,unit,penetration,note,sources,confidence\n',
};

test('sources that the references lack are found at their place', () => {
  const { problems, cited } = readData(texts, new Set(['cac-2']));
  expect(problems).toMatchObject([
    {
      file: 'content/data/filings.csv',
      line: 2,
      column: 28,
      rule: 'data-source-unknown',
      candidates: ['cac-2'],
    },
  ]);
  expect([...cited]).toEqual(['cac']);
});

test('what is wrong in a file is told with the file', () => {
  const data = readData({ ...texts, timeline: 'a\n' }, new Set(['cac']));
  expect(data.problems).toMatchObject([{ file: 'content/data/timeline.csv', rule: 'data-columns' }]);
  expect([...data.faulty]).toEqual(['timeline']);
});

test.each([
  ['<Value of="filings 2026-06-30 filed" />', []],
  ['<Value of="filing 2026-06-30 filed" />', ['value-unknown 6:1 filings']],
  ['<Value of="filings 2026-06-3 filed" />', ['value-unknown 6:1 2026-06-30']],
  ['<Value of="filings 2026-06-30 file" />', ['value-unknown 6:1 filed']],
  ['<Value of="filings 2026-06-30" />', ['value-unknown 6:1']],
  ['<Value of="timeline a b" />', []],
  ['<Chart of="filings" id="x" title="x" description="x" />', []],
  ['<Chart of="filling" id="x" title="x" description="x" />', ['chart-unknown 6:1 filings']],
  ['<Chart of="usage" id="x" title="x" description="x" />', ['chart-unknown 6:1']],
  ['<Data of="usage" id="x" title="x" />', []],
  ['<Data of="filings" id="x" title="x" />', ['table-unknown 6:1']],
])('%s', async (body, expected) => {
  const data = readData({ ...texts, timeline: 'a\n' }, new Set(['cac']));
  const head = '---\nkind: chapter\nnumeral: 第四章\ntitle: 数学\n---\n';
  const problems = judgeValues([await readText(head + body)], data);
  expect(problems.map((f) => [`${f.rule} ${f.line}:${f.column}`, ...(f.candidates ?? [])].join(' '))).toEqual(
    expected,
  );
});
