/** How often a character follows another. */
export interface Bigrams {
  /** Different characters of the whole text, V. */
  characters: number;
  /** Characters of the whole text. */
  length: number;
  train: Pairs;
  test: Pairs;
}

/** For each first character the counts of those that follow it; `total` counts all pairs. */
interface Pairs {
  rows: Map<number, Map<number, number>>;
  total: number;
}

/** Counts the pairs in the first nine tenths of a text, and in the rest. */
export function countBigrams(text: string): Bigrams {
  const signs = [...text];
  const numbers = new Map([...new Set(signs)].map((sign, index) => [sign, index]));
  const ids = signs.map((sign) => numbers.get(sign) as number);
  const cut = Math.floor(0.9 * ids.length);
  return {
    characters: numbers.size,
    length: ids.length,
    train: countPairs(ids.slice(0, cut)),
    test: countPairs(ids.slice(cut)),
  };
}

function countPairs(ids: readonly number[]): Pairs {
  const rows = new Map<number, Map<number, number>>();
  for (const [index, id] of ids.slice(0, -1).entries()) {
    const row = rows.get(id) ?? new Map<number, number>();
    const next = ids[index + 1] as number;
    row.set(next, (row.get(next) ?? 0) + 1);
    rows.set(id, row);
  }
  return { rows, total: ids.length - 1 };
}

/** Mean cross-entropy of a character, in nats. */
export interface BigramLoss {
  step: number;
  train: number;
  test: number;
}

/**
 * Trains W (V×V, scores of the next character by the one before) by full-batch gradient descent on the mean
 * cross-entropy, from 0: ∂ℒ/∂W = (softmax(W)·n − C)/N. Characters that never follow in training all have the same
 * score in a row, since all get the same gradient: it is kept once. That is the whole V×V, a hundred times faster.
 *
 * @param rate η
 * @returns the losses before the first step and after each
 */
export function trainBigrams(
  { characters, train, test }: Bigrams,
  rate: number,
  steps: number,
): BigramLoss[] {
  const rows = [...train.rows].map(([first, counts]) => ({
    seen: [...counts.keys()],
    counts: [...counts.values()],
    scores: [...counts.keys(), 0].map(() => 0), // the last stands for all that were never seen
    total: sumOf(counts),
    tested: test.rows.get(first) ?? new Map<number, number>(),
  }));
  let unknown = 0;
  for (const [first, counts] of test.rows) if (!train.rows.has(first)) unknown += sumOf(counts);

  const losses: BigramLoss[] = [];
  for (let step = 0; step <= steps; step++) {
    let trained = 0;
    // Rows without a training pair stay at 0: each next character has the probability 1/V.
    let tested = unknown * Math.log(characters);
    for (const { seen, counts, scores, total, tested: wanted } of rows) {
      const powers = scores.map(Math.exp);
      const unseen = characters - seen.length;
      const all = powers.reduce((sum, power, at) => sum + (at < seen.length ? power : unseen * power), 0);
      const log = Math.log(all);
      for (const [at, count] of counts.entries()) trained += count * (log - (scores[at] as number));
      let found = 0;
      for (const [at, next] of seen.entries()) {
        const count = wanted.get(next) ?? 0;
        found += count;
        tested += count * (log - (scores[at] as number));
      }
      const missed = sumOf(wanted) - found;
      tested += missed * (log - (scores[seen.length] as number));
      for (const at of scores.keys())
        scores[at] =
          (scores[at] as number) -
          (rate / train.total) * (((powers[at] as number) / all) * total - (counts[at] ?? 0));
    }
    losses.push({ step, train: trained / train.total, test: tested / test.total });
  }
  return losses;
}

/** Share of the pairs of the held-out text that training never saw. */
export function unseenShare({ train, test }: Bigrams): number {
  let unseen = 0;
  for (const [first, counts] of test.rows)
    for (const [next, count] of counts) if (!train.rows.get(first)?.has(next)) unseen += count;
  return unseen / test.total;
}

function sumOf(counts: Map<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
