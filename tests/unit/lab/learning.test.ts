import { expect, test } from 'vitest';
import { countBigrams, trainBigrams, unseenShare } from '../../../src/lab/bigram.ts';
import { learnedBy, learnXor, starts, steps } from '../../../src/lab/experiments/learning-xor.ts';
import { compareReadings } from '../../../src/lab/experiments/readings-by-shape.ts';

test('the right gradient learns nearly always, the article’s often, an unmoved layer never', () => {
  const learned = learnXor();
  const share = (way: keyof typeof learned) => learnedBy(steps, learned[way]) / starts;
  expect(share('right')).toBeGreaterThan(0.9);
  expect(share('elementwise')).toBeGreaterThan(0.4);
  expect(share('elementwise')).toBeLessThan(share('right') - 0.2);
  expect(share('frozen')).toBeLessThan(0.05);
}, 60_000);

test('only the right reading agrees with finite differences, in every shape', () => {
  for (const compared of Object.values(compareReadings()))
    for (const [reading, found] of Object.entries(compared))
      if (found) {
        if (reading === 'right') expect(found.most).toBeLessThan(1e-7);
        else expect(found.least).toBeGreaterThan(0.1);
      }
});

test('bigrams trained row by row with what was never seen kept once are those of the whole matrix', () => {
  const text = '甲乙丙甲乙丁甲丙乙甲丁丁乙丙甲乙丙丁甲戊';
  const bigrams = countBigrams(text);
  const losses = trainBigrams(bigrams, 3, 20);
  expect(bigrams).toMatchObject({ characters: 5, length: 20 });

  const signs = [...new Set(text)];
  const ids = [...text].map((sign) => signs.indexOf(sign));
  const pairs = (part: number[]) => part.slice(1).map((next, at) => [part[at] as number, next] as const);
  const [train, test] = [pairs(ids.slice(0, 18)), pairs(ids.slice(18))];
  const W = signs.map(() => signs.map(() => 0));
  const loss = (of: typeof train) =>
    of.reduce((sum, [a, b]) => {
      const row = W[a] as number[];
      return sum + Math.log(row.reduce((all, score) => all + Math.exp(score), 0)) - (row[b] as number);
    }, 0) / of.length;
  for (const { step, train: trained, test: tested } of losses) {
    expect(trained, `step ${step}`).toBeCloseTo(loss(train), 12);
    expect(tested, `step ${step}`).toBeCloseTo(loss(test), 12);
    const gradient = W.map((row) => row.map(() => 0));
    for (const [a, b] of train) {
      const row = W[a] as number[];
      const all = row.reduce((sum, score) => sum + Math.exp(score), 0);
      for (const [at, score] of row.entries()) {
        const slopes = gradient[a] as number[];
        slopes[at] = (slopes[at] as number) + Math.exp(score) / all - Number(at === b);
      }
    }
    for (const [a, row] of W.entries())
      for (const at of row.keys())
        row[at] = (row[at] as number) - (3 * (gradient[a]?.[at] as number)) / train.length;
  }
  expect(unseenShare(bigrams)).toBe(1);
});
