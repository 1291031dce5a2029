import { expect, test } from 'vitest';
import { differences } from '../../../src/proofreading/align.ts';

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
