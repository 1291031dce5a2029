/** A stretch in which two sequences differ: `left[leftStart..leftEnd)` stands against `right[rightStart..rightEnd)`. */
export interface Difference {
  left: [start: number, end: number];
  right: [start: number, end: number];
}

/**
 * Aligns two sequences by their longest common subsequence.
 *
 * @param left one sequence, compared by ===
 * @param right the other
 * @returns the stretches in which they differ, in order; none when they are equal
 */
export function differences(left: readonly string[], right: readonly string[]): Difference[] {
  const head = commonHead(left, right);
  const tail = commonHead(left.slice(head).toReversed(), right.slice(head).toReversed());
  const a = left.slice(head, left.length - tail);
  const b = right.slice(head, right.length - tail);

  // lengths[i][j]: length of the longest common subsequence of a[i..] and b[j..].
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const found: Difference[] = [];
  let [i, j, fromI, fromJ] = [0, 0, 0, 0];
  const flush = () => {
    if (i > fromI || j > fromJ)
      found.push({ left: [fromI + head, i + head], right: [fromJ + head, j + head] });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      flush();
      [fromI, fromJ] = [++i, ++j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  flush();
  return found;
}

function commonHead(left: readonly string[], right: readonly string[]): number {
  const different = left.findIndex((value, index) => value !== right[index]);
  return different < 0 ? left.length : different;
}
