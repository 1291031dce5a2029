import { describe, expect, test } from 'vitest';
import { centralDifferences, cosine, relativeError } from '../../../src/lab/differences.ts';
import { drawNetwork, type Sizes } from '../../../src/lab/experiments/network-draws.ts';
import { add, hadamard, matrix, map, rowsOf, ShapeError, type Matrix } from '../../../src/lab/matrix.ts';
import {
  descend,
  forward,
  gradients,
  loss,
  outputDelta,
  parameterNames,
  type ParameterName,
  type Parameters,
} from '../../../src/lab/network.ts';
import { mulberry32, shuffled } from '../../../src/lab/random.ts';
import { readingNames, readings, type Reading } from '../../../src/lab/readings.ts';

const shapes: Sizes[] = [
  [5, 3, 4, 2],
  [1, 1, 1, 1],
  [5, 3, 4, 1],
  [4, 3, 4, 4],
  [7, 2, 6, 3],
  [2, 8, 3, 5],
];
const seeds = [1, 2, 3, 4, 5];

function measured(X: Matrix, Y: Matrix, parameters: Parameters, name: ParameterName): Matrix {
  const at = (value: Matrix) => loss(forward(X, { ...parameters, [name]: value }).A2, Y);
  return centralDifferences(at, parameters[name]);
}

describe.each(shapes)('with %d samples, %d features, %d hidden units and %d outputs', (...size) => {
  test.each(seeds)('all four gradients agree with central differences to 1e-7 (seed %d)', (seed) => {
    const { X, Y, parameters } = drawNetwork(size, mulberry32(seed));
    const computed = gradients(X, Y, parameters);
    for (const name of parameterNames) {
      expect(computed[name].shape, name).toEqual(parameters[name].shape);
      expect(relativeError(computed[name], measured(X, Y, parameters, name)), name).toBeLessThan(1e-7);
    }
  });

  test('both deltas are the derivatives by Z₁ and Z₂', () => {
    const { X, Y, parameters } = drawNetwork(size, mulberry32(9));
    const activations = forward(X, parameters);
    const d2 = outputDelta(activations, Y);
    const d1 = readings.right(activations.A1, parameters.W2, d2);
    // A bias for every sample by itself is what moves Z alone.
    const zero = (shape: Matrix) => map(shape, () => 0);
    const nudged = (name: 'b1' | 'b2') => (by: Matrix) =>
      loss(forward(X, { ...parameters, [name]: add(by, parameters[name]) }).A2, Y);
    expect(relativeError(d1, centralDifferences(nudged('b1'), zero(activations.Z1)))).toBeLessThan(1e-7);
    expect(relativeError(d2, centralDifferences(nudged('b2'), zero(activations.Z2)))).toBeLessThan(1e-7);
  });
});

test('the logistic function and the loss have their values at known places', () => {
  const { A2, Z2 } = forward(matrix([[0]]), {
    W1: matrix([[1]]),
    b1: matrix([[0]]),
    W2: matrix([[2]]),
    b2: matrix([[Math.log(3) - 1]]),
  });
  // σ(0) = ½, 2·½ + ln 3 − 1 = ln 3, σ(ln 3) = ¾.
  expect(Z2.values[0]).toBeCloseTo(Math.log(3), 14);
  expect(A2.values[0]).toBeCloseTo(0.75, 14);
  expect(loss(A2, matrix([[1]]))).toBeCloseTo(1 / 32, 14);
});

test('the order of the samples does not matter, and two halves add up', () => {
  const { X, Y, parameters } = drawNetwork([6, 3, 4, 2], mulberry32(1));
  const pick = (rows: number[]) => ({
    X: matrix(rows.map((row) => rowsOf(X)[row] as number[])),
    Y: matrix(rows.map((row) => rowsOf(Y)[row] as number[])),
  });
  const whole = gradients(X, Y, parameters);
  const mixed = pick(shuffled(6, mulberry32(2)));
  const [one, other] = [pick([0, 1, 2]), pick([3, 4, 5])];
  for (const name of parameterNames) {
    expect(relativeError(gradients(mixed.X, mixed.Y, parameters)[name], whole[name])).toBeLessThan(1e-14);
    const sum = add(gradients(one.X, one.Y, parameters)[name], gradients(other.X, other.Y, parameters)[name]);
    expect(relativeError(sum, whole[name])).toBeLessThan(1e-14);
  }
});

test('δ₁ is linear in δ₂, in the right reading', () => {
  const { X, Y, parameters } = drawNetwork([5, 3, 4, 2], mulberry32(1));
  const activations = forward(X, parameters);
  const d2 = outputDelta(activations, Y);
  const hidden = (d: Matrix) => readings.right(activations.A1, parameters.W2, d);
  expect(
    relativeError(
      hidden(map(d2, (x) => 3 * x)),
      map(hidden(d2), (x) => 3 * x),
    ),
  ).toBeLessThan(1e-15);
  expect(relativeError(hidden(add(d2, d2)), add(hidden(d2), hidden(d2)))).toBeLessThan(1e-15);
});

test('a small step along the gradient lowers the loss as much as the gradient says', () => {
  const { X, Y, parameters } = drawNetwork([5, 3, 4, 2], mulberry32(6));
  const slopes = gradients(X, Y, parameters);
  const square = parameterNames.reduce(
    (sum, name) => sum + hadamard(slopes[name], slopes[name]).values.reduce((a, b) => a + b),
    0,
  );
  const before = loss(forward(X, parameters).A2, Y);
  const after = loss(forward(X, descend(parameters, slopes, 1e-4)).A2, Y);
  expect((before - after) / (1e-4 * square)).toBeCloseTo(1, 3);
});

/** Which readings can be computed at all in which shape: the claims of the chapter. */
test.each<[Sizes, Reading[]]>([
  [[5, 3, 4, 2], ['right']],
  [
    [5, 3, 4, 1],
    ['right', 'elementwise'],
  ],
  [
    [4, 3, 4, 4],
    ['right', 'products', 'elementwise', 'untransposed'],
  ],
  [
    [5, 3, 4, 4],
    ['right', 'elementwise', 'untransposed'],
  ],
  [
    [1, 3, 4, 1],
    ['right', 'products', 'elementwise'],
  ],
])('in the shape %j, δ₁ can be read as %j', (size, can) => {
  const { X, Y, parameters } = drawNetwork(size, mulberry32(1));
  const possible = readingNames.filter((reading) => {
    try {
      return gradients(X, Y, parameters, reading).W1.shape.join() === parameters.W1.shape.join();
    } catch (error) {
      if (error instanceof ShapeError) return false;
      throw error;
    }
  });
  expect(possible).toEqual(can);
});

test('every wrong reading is far from the derivative', () => {
  for (const seed of seeds) {
    const { X, Y, parameters } = drawNetwork([4, 3, 4, 4], mulberry32(seed));
    const truth = measured(X, Y, parameters, 'W1');
    for (const reading of readingNames.filter((name) => name !== 'right')) {
      const { W1 } = gradients(X, Y, parameters, reading);
      expect(relativeError(W1, truth), `${reading} ${seed}`).toBeGreaterThan(0.1);
      expect(Math.abs(cosine(W1, truth))).toBeLessThan(1);
    }
  }
});

test('the measures themselves: equal 0, opposite 1, at right angles a cosine of 0', () => {
  const [a, b] = [matrix([[3, 0]]), matrix([[0, 4]])];
  expect(relativeError(a, a)).toBe(0);
  expect(
    relativeError(
      a,
      map(a, (x) => -x),
    ),
  ).toBe(1);
  expect(relativeError(a, b)).toBeCloseTo(5 / 7, 15);
  expect(cosine(a, b)).toBe(0);
});
