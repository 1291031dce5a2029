/** pᵢ = e^zᵢ / Σe^zⱼ. The largest score is taken off first, or e^z overflows. */
export function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

/** −log p of the right class, in nats. */
export function crossEntropy(scores: readonly number[], right: number): number {
  return -Math.log(softmax(scores)[right] as number);
}

/** Its derivatives by the scores: pᵢ − [i = right]. */
export function crossEntropySlopes(scores: readonly number[], right: number): number[] {
  return softmax(scores).map((p, at) => p - Number(at === right));
}
