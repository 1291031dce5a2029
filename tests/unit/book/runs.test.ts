import { expect, test } from 'vitest';
import { findRun, patterns, runNames } from '../../../src/book/runs/names.ts';
import { formatRun } from '../../../src/book/runs/format-run.ts';
import { runValue } from '../read-lab.ts';

test('every number that is promised is there', () => {
  const all = Object.entries(runNames).flatMap(([group, names]) => names.map((name) => `${group} ${name}`));
  expect(all.filter((of) => !Number.isFinite(runValue(of)))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
}, 60_000);

test('a number is found by group and name, and what is near is known', () => {
  expect(findRun('theory floor')).toEqual({ group: 'theory', name: 'floor' });
  expect(findRun('theories floor')).toMatchObject({ wrong: 'theories', part: 'group' });
  expect(findRun('theory flor')).toMatchObject({ wrong: 'flor', names: runNames.theory });
  expect(findRun('theory floor now')).toMatchObject({ part: 'address' });
  expect(findRun('toString floor')).toMatchObject({ part: 'group' });
});

test.each([
  [6333, '0', '6,333'],
  [5.1658, '0.00', '5.17'],
  [-0.52884, '0.0000', '−0.5288'],
  [-0.00001, '0.00', '0.00'],
  [0.3358, '0.0%', '33.6%'],
  [0.479, '0%', '48%'],
  [3.52e-11, '0e', '4×10⁻¹¹'],
  [2.5e10, '0.0e', '2.5×10¹⁰'],
])('%d as %s is written %s', (value, as, said) => {
  expect(patterns.test(as)).toBe(true);
  expect(formatRun(value, as)).toBe(said);
});

test.each(['two', '00', '0.', '.00', '0.0e%', ''])('“%s” is no pattern', (as) => {
  expect(patterns.test(as)).toBe(false);
});
