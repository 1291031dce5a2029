/**
 * Moves things that stand too close along a line apart, each as little as the others allow.
 *
 * @param wanted where each would stand, ascending
 * @param gap the least distance between two
 * @param range where the first may begin and the last may end
 * @returns where each stands, in the same order
 */
export function spread(wanted: readonly number[], gap: number, [from, to]: [number, number]): number[] {
  // Neighbours that touch become a block, which stands around the mean of what its members want.
  const blocks: { sum: number; count: number; start: number }[] = [];
  const startOf = (sum: number, count: number) =>
    Math.min(Math.max(sum / count - ((count - 1) * gap) / 2, from), Math.max(from, to - (count - 1) * gap));
  for (const value of wanted) {
    let block = { sum: value, count: 1, start: startOf(value, 1) };
    for (
      let last = blocks.at(-1);
      last && last.start + last.count * gap > block.start;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      const sum = last.sum + block.sum;
      const count = last.count + block.count;
      block = { sum, count, start: startOf(sum, count) };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ start, count }) =>
    Array.from({ length: count }, (_, index) => start + index * gap),
  );
}
