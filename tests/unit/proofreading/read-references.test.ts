import { expect, test } from 'vitest';
import { readReferences } from '../../../src/proofreading/read-references.ts';

const entry = (more: string) =>
  `jia-home:\n  title: 主页\n  date: '2026-05-01'\n  url: https://daggerfs.com/\n  accessed: '2026-11-23'\n  language: en\n  kind: web\n${more}`;

function judge(text: string): string[] {
  return readReferences('r.yaml', text).findings.map((f) => `${f.rule} ${f.line}:${f.column}`);
}

test('keys of a right file are read, in order', () => {
  const { keys, findings } = readReferences(
    'r.yaml',
    entry('').replace('jia-home', 'b') + entry('').replace('jia-home', 'a'),
  );
  expect(findings).toEqual([]);
  expect([...keys]).toEqual(['b', 'a']);
});

test.each([
  ['an unknown key', entry('  publiser: x\n')],
  ['a malformed address', entry('').replace('https://daggerfs.com/', 'daggerfs.com')],
  ['a date that YAML turned into something else', entry('').replace("'2026-05-01'", '2026-05-01T00:00:00Z')],
  ['a missing date', entry('').replace("  date: '2026-05-01'\n", '')],
  ['a key in capitals', entry('').replace('jia-home', 'Jia')],
])('%s is a finding', (_what, text) => {
  expect(judge(text)).toHaveLength(1);
  expect(judge(text)[0]).toMatch(/^reference-malformed \d+:\d+$/);
});

test('a file that is no YAML is a finding', () => {
  expect(judge('a: "b')).toEqual(['references-syntax 1:6']);
});
