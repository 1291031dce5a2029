import { drawn, type Matrix } from '../matrix.ts';
import type { Parameters } from '../network.ts';
import { normals, type Random } from '../random.ts';

/** N samples, d features, h hidden units, k outputs. */
export type Sizes = readonly [N: number, d: number, h: number, k: number];

/** Draws input and parameters, biases too, from the standard normal distribution, and targets from U[0,1). */
export function drawNetwork(
  [N, d, h, k]: Sizes,
  random: Random,
): { X: Matrix; Y: Matrix; parameters: Parameters } {
  const normal = normals(random);
  return {
    X: drawn([N, d], normal),
    Y: drawn([N, k], random),
    parameters: drawParameters([N, d, h, k], normal),
  };
}

export function drawParameters([, d, h, k]: Sizes, next: Random): Parameters {
  return {
    W1: drawn([d, h], next),
    b1: drawn([1, h], next),
    W2: drawn([h, k], next),
    b2: drawn([1, k], next),
  };
}
