/** A source of numbers, uniform in [0, 1). */
export type Random = () => number;

/**
 * Makes a source of pseudo-random numbers that gives the same ones for the same seed, everywhere: mulberry32, by
 * Tommy Ettinger (public domain). 32 bits of state, period 2³², numbers are multiples of 2⁻³². Good enough to draw
 * examples with, and small; no good for secrets.
 *
 * @param seed an integer; its low 32 bits count
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes a source of numbers from the standard normal distribution: Box and Muller 1958, both of each pair. */
export function normals(random: Random): Random {
  let kept: number | undefined;
  return () => {
    if (kept !== undefined) {
      const value = kept;
      kept = undefined;
      return value;
    }
    // 1 − u is never 0, whose logarithm there is none.
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** The numbers 0 to n − 1 in an order drawn at random, each as likely as any other (Fisher and Yates). */
export function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, index) => index);
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
  return order;
}
