import { logistic, logisticSlope } from './logistic.ts';
import {
  add,
  columnSums,
  combine,
  hadamard,
  inner,
  map,
  multiply,
  subtract,
  transpose,
  type Matrix,
} from './matrix.ts';
import { readings, type Reading } from './readings.ts';

/**
 * The network of chapter 4: N samples of d features, h hidden units, k outputs, one sample a row.
 * Source: the article's 4.2, forward; Goodfellow, Bengio, Courville, Deep Learning (2016), ch. 6, backward.
 */
export interface Parameters {
  /** d×h. */
  W1: Matrix;
  /** 1×h, added to every row. */
  b1: Matrix;
  /** h×k. */
  W2: Matrix;
  /** 1×k. */
  b2: Matrix;
}

export type ParameterName = keyof Parameters;
export const parameterNames = ['W1', 'b1', 'W2', 'b2'] as const satisfies ParameterName[];

/** What the forward pass leaves for the backward pass: Z₁, A₁ are N×h, Z₂, A₂ are N×k. */
export interface Activations {
  Z1: Matrix;
  A1: Matrix;
  Z2: Matrix;
  A2: Matrix;
}

/**
 * Z₁ = XW₁ + b₁, A₁ = σ(Z₁), Z₂ = A₁W₂ + b₂, A₂ = σ(Z₂).
 *
 * @param X N×d
 * @throws ShapeError when the shapes do not follow one another
 */
export function forward(X: Matrix, { W1, b1, W2, b2 }: Parameters): Activations {
  const Z1 = add(multiply(X, W1), b1);
  const A1 = map(Z1, logistic);
  const Z2 = add(multiply(A1, W2), b2);
  return { Z1, A1, Z2, A2: map(Z2, logistic) };
}

/** ½·Σ(A₂−Y)², over all samples and outputs. */
export function loss(A2: Matrix, Y: Matrix): number {
  const error = subtract(A2, Y);
  return inner(error, error) / 2;
}

/** δ₂ = (A₂−Y) ⊙ σ′(Z₂), the derivative of the loss by Z₂: N×k. */
export function outputDelta({ A2 }: Pick<Activations, 'A2'>, Y: Matrix): Matrix {
  return hadamard(subtract(A2, Y), map(A2, logisticSlope));
}

/**
 * The derivatives of the loss by the parameters, each of its parameter's shape: W₂: A₁ᵀδ₂, b₂: 1ᵀδ₂, W₁: Xᵀδ₁,
 * b₁: 1ᵀδ₁.
 *
 * @param reading how δ₁ is computed; anything but `right` gives a W₁ and b₁ that are no derivatives
 * @throws ShapeError when that reading cannot be computed with these shapes
 */
export function gradients(
  X: Matrix,
  Y: Matrix,
  parameters: Parameters,
  reading: Reading = 'right',
): Parameters {
  const activations = forward(X, parameters);
  const d2 = outputDelta(activations, Y);
  const d1 = readings[reading](activations.A1, parameters.W2, d2);
  return {
    W1: multiply(transpose(X), d1),
    b1: columnSums(d1),
    W2: multiply(transpose(activations.A1), d2),
    b2: columnSums(d2),
  };
}

/** θ ← θ − η·∂ℒ/∂θ, for all parameters at once. */
export function descend(parameters: Parameters, slopes: Parameters, rate: number): Parameters {
  const step = (name: ParameterName) =>
    combine(parameters[name], slopes[name], (at, slope) => at - rate * slope);
  return { W1: step('W1'), b1: step('b1'), W2: step('W2'), b2: step('b2') };
}
