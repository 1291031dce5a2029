/** A stretch in which two sequences differ: `left[leftStart..leftEnd)` stands against `right[rightStart..rightEnd)`. */
export interface Difference {
  left: [start: number, end: number];
  right: [start: number, end: number];
}

/** A comparison of all with all up to this size takes a tenth of a second; it grows with the square. */
const worthComparingAll = 4_000_000;

/**
 * Aligns two sequences by their longest common subsequence. Long ones that differ at both ends are first tied at what
 * stands in each once, and compared between the ties.
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
  const found = a.length * b.length <= worthComparingAll ? compareAll(a, b) : compareBetweenTies(a, b);
  return found.map((difference) => shift(difference, head, head));
}

function compareAll(a: readonly string[], b: readonly string[]): Difference[] {
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
    if (i > fromI || j > fromJ) found.push({ left: [fromI, i], right: [fromJ, j] });
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

function compareBetweenTies(a: readonly string[], b: readonly string[]): Difference[] {
  const ties = findTies(a, b);
  if (!ties.length) return [{ left: [0, a.length], right: [0, b.length] }];
  const found: Difference[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [toA, toB] of [...ties, [a.length, b.length] as const]) {
    for (const difference of differences(a.slice(fromA, toA), b.slice(fromB, toB)))
      found.push(shift(difference, fromA, fromB));
    [fromA, fromB] = [toA + 1, toB + 1];
  }
  return found;
}

/** Places of what stands once in each, as many as are in the same order in both. */
function findTies(a: readonly string[], b: readonly string[]): [inA: number, inB: number][] {
  const inB = placesOfSingle(b);
  const pairs = [...placesOfSingle(a)].flatMap(([value, placeInA]): [number, number][] => {
    const placeInB = inB.get(value);
    return placeInB === undefined ? [] : [[placeInA, placeInB]];
  });
  // The longest increasing run of places in b: each pair goes on the longest run that ends before it.
  const ends: number[] = [];
  const before = pairs.map(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return ends[low - 1];
  });
  const run: [number, number][] = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) run.push(pairs[index] ?? [0, 0]);
  return run.reverse();
}

/** In their order. */
function placesOfSingle(values: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const several = new Set<string>();
  for (const [place, value] of values.entries()) {
    if (places.has(value)) several.add(value);
    else places.set(value, place);
  }
  for (const value of several) places.delete(value);
  return places;
}

function shift({ left, right }: Difference, byLeft: number, byRight: number): Difference {
  return {
    left: [left[0] + byLeft, left[1] + byLeft],
    right: [right[0] + byRight, right[1] + byRight],
  };
}

function commonHead(left: readonly string[], right: readonly string[]): number {
  const different = left.findIndex((value, index) => value !== right[index]);
  return different < 0 ? left.length : different;
}
