import { describe, expect, test } from 'vitest';
import { glossarySchema } from '../../../src/book/glossary-schema.ts';
import { referencesSchema } from '../../../src/book/reference-schema.ts';
import type { Problem } from '../../../src/build/problem.ts';
import { judgeGlossary } from '../../../src/proofreading/judges/judge-glossary.ts';
import { judgeReferences } from '../../../src/proofreading/judges/judge-references.ts';
import { readRecords } from '../../../src/proofreading/reading/read-records.ts';

const references = { file: 'r.yaml', noun: 'reference', schema: referencesSchema, schemaFile: 's.ts' };
const glossary = { file: 'g.yaml', noun: 'term', schema: glossarySchema, schemaFile: 's.ts' };

const entry = (more = '') =>
  `jia-home:\n  title: 主页\n  date: '2026-05-01'\n  url: https://daggerfs.com/\n  accessed: '2026-11-23'\n  language: en\n  kind: web\n${more}`;

function show(problems: Problem[]): string[] {
  return problems.map((f) => `${f.rule} ${f.line}:${f.column}`);
}

describe('references', () => {
  test('keys of a right file are read, in order', () => {
    const text = entry().replace('jia-home', 'b') + entry().replace('jia-home', 'a');
    const { records, problems } = readRecords(text, references);
    expect(problems).toEqual([]);
    expect(records.map(({ key }) => key)).toEqual(['b', 'a']);
  });

  test.each([
    ['an unknown field', entry('  publiser: x\n'), 'reference-malformed 1:1'],
    [
      'a malformed address',
      entry().replace('https://daggerfs.com/', 'daggerfs.com'),
      'reference-malformed 4:3',
    ],
    [
      'a date that is none',
      entry().replace("'2026-05-01'", '2026-05-01T00:00:00Z'),
      'reference-malformed 3:3',
    ],
    ['a missing date', entry().replace("  date: '2026-05-01'\n", ''), 'reference-incomplete 1:1'],
    ['a key in capitals', entry().replace('jia-home', 'Jia'), 'reference-malformed 1:1'],
    ['a key that stands twice', entry() + entry(), 'reference-twice 8:1'],
    ['a file that is no YAML', 'a: "b', 'references-syntax 1:6'],
  ])('%s is a problem', (_what, text, problem) => {
    expect(show(readRecords(text, references).problems)).toEqual([problem]);
  });

  const refused = [{ host: 'mirror.example', reason: 'a copy.' }];
  const judge = (text: string, cited: Set<string> | undefined = new Set(['jia-home'])) =>
    show(judgeReferences('r.yaml', readRecords(text, references).records, cited, refused));

  test.each([
    ['a right entry', entry('  publisher: x\n'), []],
    ['a container instead of a publisher', entry('  container: x\n'), []],
    ['neither of the two', entry(), ['reference-without-publisher 1:1']],
    [
      'a refused host',
      entry('  publisher: x\n').replace('daggerfs.com', 'www.mirror.example'),
      ['reference-refused 4:3'],
    ],
    [
      'a host that only ends alike',
      entry('  publisher: x\n').replace('daggerfs.com', 'nomirror.example'),
      [],
    ],
  ])('%s', (_what, text, problems) => {
    expect(judge(text)).toEqual(problems);
  });

  test('an entry that nothing cites is found, but not while a chapter cannot be read', () => {
    const text = entry('  publisher: x\n');
    expect(judge(text, new Set())).toEqual(['reference-unused 1:1']);
    expect(
      show(judgeReferences('r.yaml', readRecords(text, references).records, undefined, refused)),
    ).toEqual([]);
  });
});

describe('glossary', () => {
  const term = (key: string, zh: string, see = '/maths/#model', more = '') =>
    `${key}:\n  zh: ${zh}\n  en: x\n  group: 数学\n  see: ${see}\n  definition: 释义。\n${more}`;
  const pages = new Map([['/maths/', new Set(['model'])]]);
  const judge = (text: string) => {
    const { records, problems } = readRecords(text, glossary);
    return show([...problems, ...judgeGlossary('g.yaml', records, pages)]);
  };

  test.each([
    ['a right entry', term('a', '甲'), []],
    ['a term without place', term('a', '甲').replace(/ {2}see.*\n/, ''), ['term-incomplete 1:1']],
    ['a place that is no section', term('a', '甲', '/maths/'), ['term-malformed 5:3']],
    ['a place that does not exist', term('a', '甲', '/maths/#modell'), ['link-to-no-section 5:3']],
    ['a twin id', term('a', '甲') + term('a', '乙'), ['term-twice 7:1']],
    ['a twin term', term('a', '甲') + term('b', '甲'), ['term-twice 7:1']],
    [
      'a form that is another’s',
      term('a', '甲') + term('b', '乙', undefined, '  also: [甲]\n'),
      ['term-twice 7:1'],
    ],
  ])('%s', (_what, text, problems) => {
    expect(judge(text)).toEqual(problems);
  });
});
