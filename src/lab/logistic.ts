/** σ(z) = 1/(1+e⁻ᶻ). */
export function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** σ′ from σ: a(1−a), where a = σ(z). At most ¼. */
export function logisticSlope(a: number): number {
  return a * (1 - a);
}
