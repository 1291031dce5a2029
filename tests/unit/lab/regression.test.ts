import { describe, expect, test } from 'vitest';
import { descendOnce } from '../../../src/lab/experiments/one-descent.ts';
import { descendOften } from '../../../src/lab/experiments/many-descents.ts';
import { mulberry32, shuffled } from '../../../src/lab/random.ts';
import {
  cross,
  dot,
  drawSample,
  drawStart,
  eigenvalues,
  hessian,
  leastSquares,
  meanSquaredError,
  solve,
  train,
  update,
  type Sample,
  type Symmetric,
  type Weights,
} from '../../../src/lab/regression.ts';
import {
  bestRate,
  conditionNumber,
  contraction,
  expectedTrainingError,
  populationEigenvalues,
  rateLimit,
  stepsTo,
  theory,
} from '../../../src/lab/theory.ts';

const all = (n: number) => Array.from({ length: n }, (_, index) => index);
const start: Weights = [0, 0, 0];
const large = drawSample(400_000, mulberry32(1));

function last<T>(of: Iterable<T>): T | undefined {
  let found: T | undefined;
  for (found of of);
  return found;
}

function expectClose(a: Weights, b: Weights, digits: number): void {
  for (const [at, value] of a.entries()) expect(value).toBeCloseTo(b[at] as number, digits);
}

/** The unit eigenvector of a symmetric matrix for one of its eigenvalues. */
function eigenvector([r0, r1, r2]: Symmetric, value: number): Weights {
  const [a, b, c]: Symmetric = [
    [r0[0] - value, r0[1], r0[2]],
    [r1[0], r1[1] - value, r1[2]],
    [r2[0], r2[1], r2[2] - value],
  ];
  const [longest = cross(a, b)] = [cross(a, b), cross(b, c), cross(a, c)].sort(
    (x, y) => dot(y, y) - dot(x, x),
  );
  const length = Math.sqrt(dot(longest, longest));
  return [longest[0] / length, longest[1] / length, longest[2] / length];
}

describe('theory, computed a second way', () => {
  test('the optimum solves H·w = 2·E[x̃ᵀy]', () => {
    // E[x₁y] = 2·⅓ + 3·¼ + ½·½, E[x₂y] = 2·¼ + 3·⅓ + ½·½, E[y] = 3.
    expectClose(solve(theory.hessian, [2 * (5 / 3), 2 * (7 / 4), 2 * 3]), theory.optimum, 12);
  });

  test('H has the eigenvalues (19±√313)/12 and 1/6', () => {
    const root = Math.sqrt(313);
    expectClose(populationEigenvalues, [(19 - root) / 12, 1 / 6, (19 + root) / 12], 12);
    expect(bestRate).toBeCloseTo(12 / 19, 12);
    expect(conditionNumber).toBeCloseTo(28.05, 2);
    for (const value of populationEigenvalues) {
      const v = eigenvector(theory.hessian, value);
      expectClose(
        theory.hessian.map((row) => dot(row, v)) as unknown as Weights,
        v.map((x) => value * x) as unknown as Weights,
        12,
      );
    }
  });

  test('an output of σ leaves 5951/1152, by adding up a fine grid', () => {
    const n = 1000;
    let sum = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const mean = (2 * (i + 0.5) + 3 * (j + 0.5)) / n + 0.5;
        sum += (mean - Math.min(1, Math.max(0, mean))) ** 2;
      }
    expect(theory.floor + sum / n ** 2).toBeCloseTo(theory.logisticFloor, 5);
  });

  test('without a bias the best is (17/7, 24/7), with 5/42', () => {
    const [w1, w2] = theory.optimumWithoutBias as [number, number];
    // ⅓w₁ + ¼w₂ = E[x₁y], ¼w₁ + ⅓w₂ = E[x₂y]; the least error is E[y²] − w·E[xy].
    expect(w1 / 3 + w2 / 4).toBeCloseTo(5 / 3, 12);
    expect(w1 / 4 + w2 / 3).toBeCloseTo(7 / 4, 12);
    expect(theory.meanOnly + 9 - (w1 * 5) / 3 - (w2 * 7) / 4).toBeCloseTo(theory.floorWithoutBias, 12);
  });
});

describe('theory against runs', () => {
  test('least squares on many samples finds (2, 3, ½) and 1/12', () => {
    const found = leastSquares(large);
    expectClose(found, theory.optimum, 2);
    expect(meanSquaredError(found, large)).toBeCloseTo(theory.floor, 3);
    expect(meanSquaredError([0, 0, 3], large)).toBeCloseTo(theory.meanOnly, 2);
    expect(meanSquaredError([...(theory.optimumWithoutBias as [number, number]), 0], large)).toBeCloseTo(
      theory.floorWithoutBias,
      3,
    );
  });

  test('the best that an output between 0 and 1 can do on many samples is 5951/1152', () => {
    const { x1, x2, y } = large;
    const sum = y.reduce((total, value, i) => {
      const mean = 2 * (x1[i] as number) + 3 * (x2[i] as number) + 0.5;
      return total + (value - Math.min(1, mean)) ** 2;
    }, 0);
    expect(Math.abs(sum / y.length - theory.logisticFloor)).toBeLessThan(0.03);
  });

  test('least squares is where the gradient is 0, and nothing beside it is better', () => {
    const sample = drawSample(100, mulberry32(2));
    const best = leastSquares(sample);
    expectClose(update(best, sample, all(100), 1), best, 12);
    for (const by of [-0.01, 0.01])
      for (const at of [0, 1, 2])
        expect(
          meanSquaredError(best.with(at, (best[at] as number) + by) as unknown as Weights, sample),
        ).toBeGreaterThan(meanSquaredError(best, sample));
  });

  test.each([0.01, 0.1, 0.5])('gradient descent at %f shrinks each mode by (1−ηλ)ᵏ', (rate) => {
    const sample = drawSample(100, mulberry32(3));
    const h = hessian(sample);
    const best = leastSquares(sample);
    const steps = 50;
    const end = last(train(start, sample, { rate, batch: 100, epochs: steps }, mulberry32(0)));
    for (const value of eigenvalues(h)) {
      const mode = eigenvector(h, value);
      const before = dot(mode, start) - dot(mode, best);
      const after = dot(mode, end as Weights) - dot(mode, best);
      expect(after / before).toBeCloseTo(contraction(rate, value) ** steps, 9);
    }
  });

  test('below 2/λmax it converges, above it diverges', () => {
    const sample = drawSample(100, mulberry32(4));
    const limit = 2 / eigenvalues(hessian(sample))[2];
    const best = meanSquaredError(leastSquares(sample), sample);
    const after = (rate: number) =>
      meanSquaredError(
        last(train(start, sample, { rate, batch: 100, epochs: 3000 }, mulberry32(0))) as Weights,
        sample,
      );
    expect(after(0.98 * limit) - best).toBeLessThan(1e-9);
    expect(after(1.02 * limit)).toBeGreaterThan(1e6);
    // The limit of a sample is near that of the population.
    expect(Math.abs(limit / rateLimit - 1)).toBeLessThan(0.1);
  });

  test('the steps that a share takes are the least that do', () => {
    for (const rate of [0.01, 0.1, 0.5, bestRate]) {
      const steps = stepsTo(0.001, rate);
      const left = (k: number) =>
        Math.max(...populationEigenvalues.map((value) => Math.abs(contraction(rate, value)) ** k));
      expect(left(steps)).toBeLessThanOrEqual(0.001 * (1 + 1e-12));
      expect(left(steps - 1)).toBeGreaterThan(0.001);
    }
    expect(stepsTo(0.001, 0.66)).toBe(Infinity);
    // What stays as it is, at exactly 1, never comes there.
    expect(stepsTo(0.001, 0)).toBe(Infinity);
  });

  test('over 400 data sets the runs are what the theory expects, within four standard errors', () => {
    const { batches, faster, literal, solution } = descendOften();
    const standardError = 0.0075 / Math.sqrt(400);
    expect(Math.abs(solution.training - expectedTrainingError(100))).toBeLessThan(4 * standardError);
    expect(solution.fresh).toBeGreaterThan(theory.floor);
    expect(
      solution.weights.every((value, at) => Math.abs(value - (theory.optimum[at] as number)) < 0.03),
    ).toBe(true);
    expectClose(faster.weights, solution.weights, 4);
    expect(batches.training - solution.training).toBeGreaterThan(0);
    expect(literal.training).toBeGreaterThan(batches.training * 1.4);
  }, 60_000);
});

describe('batches', () => {
  const sample = drawSample(100, mulberry32(5));

  test('one batch of all is gradient descent, whatever the order', () => {
    const plan = { rate: 0.1, batch: 100, epochs: 20 };
    const plain = last(train(start, sample, plan, mulberry32(1))) as Weights;
    const mixed = last(
      train(start, sample, plan, mulberry32(1), () => shuffled(100, mulberry32(9))),
    ) as Weights;
    expectClose(mixed, plain, 12);
    let by = start;
    for (let step = 0; step < 20; step++) by = update(by, sample, all(100), 0.1);
    expect(plain).toEqual(by);
  });

  test('batches that go round have gradients whose mean is that of all', () => {
    const step = (rows: number[]) => update(start, sample, rows, 1);
    const parts = [0, 25, 50, 75].map((from) => step(all(100).slice(from, from + 25)));
    const mean = parts.reduce<Weights>(
      (sum, w) => [sum[0] + w[0] / 4, sum[1] + w[1] / 4, sum[2] + w[2] / 4],
      [0, 0, 0],
    );
    expectClose(mean, step(all(100)), 12);
  });

  test('32 of 100 makes four updates an epoch, every sample once', () => {
    const seen: number[] = [];
    const order = () => shuffled(100, mulberry32(1));
    expect([...train(start, sample, { rate: 0.01, batch: 32, epochs: 3 }, mulberry32(1))]).toHaveLength(12);
    const spying: Sample = {
      ...sample,
      y: new Proxy(sample.y, {
        get: (list, at) => (
          typeof at === 'string' && /^\d+$/.test(at) && seen.push(Number(at)),
          Reflect.get(list, at) as unknown
        ),
      }),
    };
    last(train(start, spying, { rate: 0.01, batch: 32, epochs: 1 }, mulberry32(1), order));
    expect(seen.toSorted((a, b) => a - b)).toEqual(all(100));
  });

  test('the same seed gives the same run', () => {
    const { paths, errors } = descendOnce();
    expect(descendOnce().paths.batches).toEqual(paths.batches);
    expect(errors.batches).toHaveLength(4001);
    expect(Math.abs(drawStart(mulberry32(1))[0])).toBeLessThan(Math.SQRT2);
  });
});
