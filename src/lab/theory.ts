import { eigenvalues, solve, type Symmetric, type Weights } from './regression.ts';

/**
 * What follows from x₁, x₂, u ~ U[0,1), y = 2x₁ + 3x₂ + u alone, without drawing anything: values of the whole
 * population. The tests compute each a second way, and hold the runs against them.
 */
export const theory = {
  /** (w₁, w₂, b): the mean of the noise, ½, goes to the bias. */
  optimum: [2, 3, 1 / 2] as Weights,
  /** The least mean squared error: the variance of U[0,1). */
  floor: 1 / 12,
  /** Without a bias, w = (17/7, 24/7). */
  floorWithoutBias: 5 / 42,
  optimumWithoutBias: [17 / 7, 24 / 7],
  /** Always saying the mean: the variance of y, 4/12 + 9/12 + 1/12. */
  meanOnly: 7 / 6,
  /** An output of σ reaches 0 and 1 at most: 1/12 + E[(μ − clip(μ,0,1))²], μ = 2x₁ + 3x₂ + ½. */
  logisticFloor: 5951 / 1152,
  /** H = 2·E[x̃ᵀx̃], x̃ = (x₁, x₂, 1). */
  hessian: [
    [2 / 3, 1 / 2, 1],
    [1 / 2, 2 / 3, 1],
    [1, 1, 2],
  ] as Symmetric,
} as const;

/** (19−√313)/12, 1/6, (19+√313)/12. */
export const populationEigenvalues = eigenvalues(theory.hessian);
const [slowest, , steepest] = populationEigenvalues;

/** Gradient descent converges below 2/λmax, and diverges above. */
export const rateLimit = 2 / steepest;

/** λmax/λmin. */
export const conditionNumber = steepest / slowest;

/** The rate at which the slowest and the steepest direction shrink alike: 2/(λmin+λmax) = 12/19. */
export const bestRate = 2 / (slowest + steepest);

/** E[training error] of least squares with n samples and three parameters: (1/12)(n−3)/n, for fixed x. */
export function expectedTrainingError(n: number): number {
  return (theory.floor * (n - 3)) / n;
}

/** What a step of gradient descent leaves of the error along an eigenvector of H: 1 − ηλ. */
export function contraction(rate: number, eigenvalue: number): number {
  return 1 - rate * eigenvalue;
}

/** Steps of gradient descent until no direction has more than this share left; Infinity when it diverges. */
export function stepsTo(share: number, rate: number): number {
  const worst = Math.max(...populationEigenvalues.map((value) => Math.abs(contraction(rate, value))));
  return worst < 1 ? Math.ceil(Math.log(share) / Math.log(worst)) : Infinity;
}

/**
 * Standard errors of least squares with n samples: the roots of the diagonal of (1/12)·E[x̃ᵀx̃]⁻¹/n, which is
 * (1/6)·H⁻¹/n.
 */
export function standardErrors(n: number): Weights {
  const error = (unit: Weights, at: 0 | 1 | 2) =>
    Math.sqrt((2 * theory.floor * solve(theory.hessian, unit)[at]) / n);
  return [error([1, 0, 0], 0), error([0, 1, 0], 1), error([0, 0, 1], 2)];
}
