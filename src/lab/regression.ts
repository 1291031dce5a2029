import { shuffled, type Random } from './random.ts';

/** The three parameters of ŷ = w₁x₁ + w₂x₂ + b. */
export type Weights = readonly [w1: number, w2: number, b: number];

/** n samples: the features x₁, x₂, and the target y. */
export interface Sample {
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  readonly y: readonly number[];
}

/** A symmetric 3×3 matrix, row by row. */
export type Symmetric = readonly [Weights, Weights, Weights];

/**
 * Draws the data of the article's 5.2: x₁, x₂ ~ U[0,1), y = 2x₁ + 3x₂ + u, u ~ U[0, noise). Row by row: x₁, x₂, u.
 *
 * @param noise width of the noise; the article's is 1
 */
export function drawSample(n: number, random: Random, noise = 1): Sample {
  const [x1, x2, y]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < n; i++) {
    const [a, b] = [random(), random()];
    x1.push(a);
    x2.push(b);
    y.push(2 * a + 3 * b + noise * random());
  }
  return { x1, x2, y };
}

/** The mean of (ŷ−y)². */
export function meanSquaredError([w1, w2, b]: Weights, { x1, x2, y }: Sample): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const error = w1 * (x1[i] as number) + w2 * (x2[i] as number) + b - (y[i] as number);
    sum += error * error;
  }
  return sum / y.length;
}

/**
 * One update by the mean squared error of some of the samples: w ← w − η·(2/n)·Σ(ŷ−y)·(x₁, x₂, 1).
 *
 * @param rows which samples: this is the batch
 * @param rate η
 */
export function update(
  [w1, w2, b]: Weights,
  { x1, x2, y }: Sample,
  rows: readonly number[],
  rate: number,
): Weights {
  let [g1, g2, g3] = [0, 0, 0];
  for (const i of rows) {
    const a = x1[i] as number;
    const c = x2[i] as number;
    const error = w1 * a + w2 * c + b - (y[i] as number);
    g1 += error * a;
    g2 += error * c;
    g3 += error;
  }
  const scale = (2 * rate) / rows.length;
  return [w1 - scale * g1, w2 - scale * g2, b - scale * g3];
}

/** How a training goes. */
export interface Plan {
  /** Learning rate, η. */
  rate: number;
  /** Samples in a batch; the last of an epoch is smaller when they do not go round. All of them: gradient descent. */
  batch: number;
  epochs: number;
}

/**
 * Mini-batch stochastic gradient descent as Keras' `fit` does it: every epoch in a new order, batch after batch.
 * Yields the parameters after every update. With the whole set as one batch the order does not matter, and this
 * is gradient descent.
 *
 * @param random draws the orders
 * @param order gives the order of an epoch, where it is known and not drawn
 */
export function* train(
  start: Weights,
  sample: Sample,
  { rate, batch, epochs }: Plan,
  random: Random,
  order: () => readonly number[] = drawOrders(sample.y.length, batch, random),
): Generator<Weights, void> {
  let weights = start;
  const n = sample.y.length;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rows = order();
    for (let from = 0; from < n; from += batch) {
      weights = update(weights, sample, rows.slice(from, from + batch), rate);
      yield weights;
    }
  }
}

/** A new order of n samples for every epoch; one for all where the batch is the whole set. */
function drawOrders(n: number, batch: number, random: Random): () => readonly number[] {
  if (batch < n) return () => shuffled(n, random);
  const all = Array.from({ length: n }, (_, index) => index);
  return () => all;
}

/**
 * The weights Keras' `Dense(1)` starts from: Glorot uniform, ±√(6/(2+1)) = ±√2, and a bias of 0.
 * Source: Glorot and Bengio 2010.
 */
export function drawStart(random: Random): Weights {
  const next = () => Math.SQRT2 * (2 * random() - 1);
  return [next(), next(), 0];
}

/** H = (2/n)·Σ x̃ᵀx̃ with x̃ = (x₁, x₂, 1): the second derivatives of the mean squared error, the same everywhere. */
export function hessian({ x1, x2, y }: Sample): Symmetric {
  const mean = (f: (a: number, c: number) => number) =>
    (2 * x1.reduce((sum, a, i) => sum + f(a, x2[i] as number), 0)) / y.length;
  const [aa, ac, cc] = [mean((a) => a * a), mean((a, c) => a * c), mean((_, c) => c * c)];
  const [a, c] = [mean((a) => a), mean((_, c) => c)];
  return [
    [aa, ac, a],
    [ac, cc, c],
    [a, c, 2],
  ];
}

/** Least squares: the solution of H·w = (2/n)·Σ x̃ᵀy. */
export function leastSquares(sample: Sample): Weights {
  const { x1, x2, y } = sample;
  const mean = (f: (i: number) => number) => (2 * y.reduce((sum, t, i) => sum + t * f(i), 0)) / y.length;
  const right: Weights = [mean((i) => x1[i] as number), mean((i) => x2[i] as number), mean(() => 1)];
  return solve(hessian(sample), right);
}

/** The w of Hw = r, by Cramer's rule. */
export function solve([r0, r1, r2]: Symmetric, right: Weights): Weights {
  const by = (a: Weights, b: Weights, c: Weights) => dot(a, cross(b, c)) / dot(r0, cross(r1, r2));
  // H is symmetric: its rows are its columns.
  return [by(right, r1, r2), by(r0, right, r2), by(r0, r1, right)];
}

/**
 * The eigenvalues of a symmetric matrix, ascending, from the angle form of the roots of its characteristic
 * polynomial. Source: O. K. Smith, Communications of the ACM 4 (1961), 168.
 */
export function eigenvalues(m: Symmetric): Weights {
  const [[a, d, e], [, b, f], [, , c]] = m;
  const mean = (a + b + c) / 3;
  const p = Math.sqrt(
    ((a - mean) ** 2 + (b - mean) ** 2 + (c - mean) ** 2 + 2 * (d * d + e * e + f * f)) / 6,
  );
  if (p === 0) return [mean, mean, mean];
  const shifted: Symmetric = [
    [(a - mean) / p, d / p, e / p],
    [d / p, (b - mean) / p, f / p],
    [e / p, f / p, (c - mean) / p],
  ];
  const half = dot(shifted[0], cross(shifted[1], shifted[2])) / 2;
  const angle = Math.acos(Math.min(1, Math.max(-1, half))) / 3;
  const largest = mean + 2 * p * Math.cos(angle);
  const least = mean + 2 * p * Math.cos(angle + (2 * Math.PI) / 3);
  return [least, 3 * mean - largest - least, largest];
}

export function dot(a: Weights, b: Weights): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Weights, b: Weights): Weights {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
