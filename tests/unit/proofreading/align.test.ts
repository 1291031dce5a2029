import { describe, expect, test } from 'vitest';
import { differences } from '../../../src/proofreading/judges/align.ts';

/** Shows each difference as `left→right`. */
function show(left: string, right: string): string[] {
  return differences([...left], [...right]).map(
    (d) => `${left.slice(...d.left)}→${right.slice(...d.right)}@${d.left[0]},${d.right[0]}`,
  );
}

test.each([
  ['abc', 'abc', []],
  ['abc', 'axc', ['b→x@1,1']],
  ['abc', 'ac', ['b→@1,1']],
  ['ac', 'abc', ['→b@1,1']],
  ['abcd', 'acbd', ['b→@1,1', '→b@3,2']],
  ['', 'ab', ['→ab@0,0']],
  ['ab', '', ['ab→@0,0']],
  ['abab', 'ab', ['ab→@2,2']],
  ['xay', 'ubv', ['xay→ubv@0,0']],
])('%s against %s', (left, right, expected) => {
  expect(show(left, right)).toEqual(expected);
});

describe('sequences too long to compare all with all', () => {
  /** Every tenth is a rule, as in an article; the others stand once. */
  const long = Array.from({ length: 30_000 }, (_, index) => (index % 10 === 3 ? '---' : `block ${index}`));

  test('that differ at both ends and between', () => {
    const changed = [...long];
    changed[1] = 'other';
    changed.splice(29_990, 1);
    changed.splice(15_000, 0, 'new', '---');
    expect(differences(long, changed)).toEqual([
      { left: [1, 2], right: [1, 2] },
      { left: [15_000, 15_000], right: [15_000, 15_002] },
      { left: [29_990, 29_991], right: [29_992, 29_992] },
    ]);
    expect(differences(changed, long)).toHaveLength(3);
  });

  test('of which a part has moved', () => {
    const moved = ['first', ...long.slice(20_000), ...long.slice(0, 20_000), 'last'];
    const found = differences(long, moved);
    // The larger part stands, and the smaller is missing after it and new before it.
    expect(found).toEqual([
      { left: [0, 0], right: [0, 10_001] },
      { left: [20_000, 30_000], right: [30_001, 30_002] },
    ]);
  });

  test('that have nothing in common, or nothing that stands once', () => {
    const other = long.map((value) => `other ${value}`);
    expect(differences(long, other)).toEqual([{ left: [0, 30_000], right: [0, 30_000] }]);
    const same = Array.from({ length: 5000 }, (_, index) => String(index % 2));
    const found = differences(['a', ...same, 'b'], ['c', ...same.slice(2), 'd', 'e']);
    expect(found).toEqual([{ left: [0, 5002], right: [0, 5001] }]);
  });

  test('are aligned as short ones are, where each stands once', () => {
    const short = long.slice(0, 1500).filter((value) => value !== '---');
    const changed = short.flatMap((value, index) =>
      index % 7 === 0
        ? []
        : index % 11 === 0
          ? [value, `${value}!`]
          : index % 13 === 0
            ? [`${value}?`]
            : [value],
    );
    const alone = differences(short, changed);
    const rest = long.slice(5000).filter((value) => value !== '---');
    expect(differences([...short, ...rest, 'x'], [...changed, ...rest, 'y']).slice(0, alone.length)).toEqual(
      alone,
    );
  });
});
