import { expect, test } from 'vitest';
import { judgeShapes, computeSteps } from '../../../src/client/lab/backprop-steps.ts';
import { readMatrix, readNumber } from '../../../src/client/lab/read-numbers.ts';
import { prepare, describeDivergence } from '../../../src/client/lab/regression-run.ts';
import { formatDecimal } from '../../../src/client/lab/format-decimal.ts';
import { descendOnce } from '../../../src/lab/experiments/one-descent.ts';
import { drawNetwork, type Sizes } from '../../../src/lab/experiments/network-draws.ts';
import { map, matrix, type Matrix } from '../../../src/lab/matrix.ts';
import { mulberry32 } from '../../../src/lab/random.ts';

test.each([
  [
    '1 2\n3 4',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '1,2;3，4',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '  −1.5   .5e1 \n\n ２ ＋3 ',
    [
      [-1.5, 5],
      [2, 3],
    ],
  ],
  ['7', [[7]]],
])('%j is read as a matrix', (text, value) => {
  expect(readMatrix(text)).toEqual({ value });
});

test.each([
  ['', '是空的'],
  [' \n ', '是空的'],
  ['1 2\n3 x', '第2行“x”不是数'],
  ['1 NaN', '“NaN”不是数'],
  ['1 Infinity', '“Infinity”不是数'],
  ['0x10', '不是数'],
  ['1 2\n3', '第2行有1个数，第1行有2个'],
  ['1e7', '太大'],
  ['1 '.repeat(9), '最多8行8列'],
  ['1\n'.repeat(9), '最多8行8列'],
  ['1'.repeat(400), '太大'],
])('%j is told what is wrong with it', (text, wrong) => {
  expect(readMatrix(text).wrong).toContain(wrong);
});

test.each([
  ['0.5', 0, 1, false, { value: 0.5 }],
  ['０．５', 0, 1, false, { value: 0.5 }],
  ['', 0, 1, false, { wrong: '这里要一个数。' }],
  ['abc', 0, 1, false, { wrong: '“abc”不是数。' }],
  ['1.5', 0, 9, true, { wrong: '这里要整数。' }],
  ['-1', 0, 9, false, { wrong: '要在0与9之间。' }],
  ['1e999', 0, 9, false, { wrong: '要在0与9之间。' }],
])('%j between %d and %d', (text, from, to, whole, read) => {
  expect(readNumber(text, from, to, whole)).toEqual(read);
});

type Six = [Matrix, Matrix, Matrix, Matrix, Matrix, Matrix];
function six(size: Sizes): Six {
  const { X, Y, parameters } = drawNetwork(size, mulberry32(1));
  const { W1, b1, W2, b2 } = parameters;
  return [X, Y, W1, b1, W2, b2];
}

test('shapes that follow one another are in order; others are told at the field that is to be mended', () => {
  expect(judgeShapes(six([3, 2, 4, 1]))).toBeUndefined();
  const wrong = matrix([[1, 2, 3, 4, 5]]);
  const told = [0, 1, 2, 3, 4, 5].map((at) => judgeShapes(six([3, 2, 4, 1]).with(at, wrong)));
  expect(told.map((fault) => fault?.at)).toEqual([2, 1, 2, 3, 4, 5]);
  expect(told[3]?.wrong).toBe('W₁有4列：b₁要1行4列。');
});

test('the steps end with the right formula equal to what was measured, and the article’s not', () => {
  const steps = computeSteps(six([3, 2, 3, 1]));
  expect(steps).toHaveLength(8);
  expect(steps[7]?.verdict).toMatch(
    /^正确的式子与量出来的相对误差\d\.\d×10⁻(⁹|¹[⁰¹²])，就是同一个；原文的式子0\.\d+，不是梯度。$/,
  );
  expect(steps[6]?.shown[1]?.about).toBe('算不出：3×1与3×1不能相乘。');
  expect(computeSteps(six([3, 2, 4, 2]))[7]?.verdict).toContain('原文的式子在这种形状下算不出');
  expect(computeSteps(six([2, 2, 2, 2]))[7]?.verdict).toMatch(/原文的式子0\.\d+、0\.\d+，不是梯度/);
});

test('where nothing can be measured, or nothing told apart, that is said', () => {
  const [X, Y, W1, b1, W2, b2] = six([3, 2, 3, 1]);
  const huge = map(X, () => 1e6);
  expect(computeSteps([huge, Y, W1, b1, W2, b2])[7]?.verdict).toMatch(/饱和|碰巧/);
  expect(computeSteps([X, Y, W1, b1, map(W2, () => 0), b2])[7]?.verdict).toContain('原文的式子碰巧也是');
});

test('with the settings of the book’s figure the lab makes the same run', () => {
  const run = prepare({ rate: 0.01, batch: 32, epochs: 1000, noise: 1, seed: 42 });
  while (run.step());
  expect(run.errors).toEqual(descendOnce().errors.batches);
  expect(run).toMatchObject({ planned: 4000, diverged: false });
  expect(run.held()).toBeLessThan(0.1);
});

test.each([
  [{ rate: 0.7, batch: 100, epochs: 50 }, '大于这组样本的2/λ最大'],
  [{ rate: 10, batch: 100, epochs: 1000 }, '大于这组样本的2/λ最大'],
  [{ rate: 0.65, batch: 1, epochs: 1000 }, '每步只看1个样本'],
])('%j diverges, and why is said', (plan, why) => {
  const run = prepare({ ...plan, noise: 1, seed: 42 });
  while (run.step());
  expect(run.diverged).toBe(true);
  expect(run.errors.every(Number.isFinite)).toBe(true);
  expect(describeDivergence(run, formatDecimal)).toContain(why);
});

test('no noise, one batch, one epoch: nothing breaks at the edges', () => {
  const run = prepare({ rate: 1e-6, batch: 100, epochs: 1, noise: 0, seed: 0 });
  expect(run.step()).toBe(false);
  expect(run.step()).toBe(false);
  expect(run.errors).toHaveLength(2);
  expect(run.least).toBeLessThan(1e-20);
});

test.each([
  [-0.52884, '−0.529'],
  [3058, '3,060'],
  [4.2e-11, '4.2×10⁻¹¹'],
  [-1.25e9, '−1.3×10⁹'],
  [0, '0'],
  [NaN, '超出范围'],
])('%d is written %s', (value, said) => {
  expect(formatDecimal(value)).toBe(said);
});
