import { logisticSlope } from './logistic.ts';
import { hadamard, map, multiply, transpose, type Matrix } from './matrix.ts';

/** δ₁ from A₁ (N×h), W₂ (h×k) and δ₂ (N×k). Right is only what has the shape N×h and is the derivative by Z₁. */
type HiddenDelta = (A1: Matrix, W2: Matrix, d2: Matrix) => Matrix;

const slope = (A1: Matrix) => map(A1, logisticSlope);

/**
 * The article's δ₁ = (A₁·W₂·δ₂)·σ′(Z₁) says “·” and means now this, now that: what it can mean, the right formula,
 * and the mistake that is made most easily. Each throws a ShapeError where it cannot be computed.
 */
export const readings = {
  /** (δ₂W₂ᵀ) ⊙ σ′(Z₁): the chain rule. Any shapes. */
  right: (A1, W2, d2) => hadamard(multiply(d2, transpose(W2)), slope(A1)),
  /** (A₁W₂δ₂) ⊙ σ′(Z₁), both dots in the brackets as matrix products. Needs N = k, and k = h. */
  products: (A1, W2, d2) => hadamard(multiply(multiply(A1, W2), d2), slope(A1)),
  /** (A₁W₂ ⊙ δ₂) ⊙ σ′(Z₁), the second dot element by element. Needs k = h; k = 1 is repeated without a word. */
  elementwise: (A1, W2, d2) => hadamard(hadamard(multiply(A1, W2), d2), slope(A1)),
  /** (δ₂W₂) ⊙ σ′(Z₁), only the transpose forgotten. Needs k = h. */
  untransposed: (A1, W2, d2) => hadamard(multiply(d2, W2), slope(A1)),
} as const satisfies Record<string, HiddenDelta>;

export type Reading = keyof typeof readings;
export const readingNames = Object.keys(readings) as Reading[];
