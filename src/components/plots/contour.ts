import type { Symmetric, Weights } from '../../lab/regression.ts';

/**
 * Where the mean squared error is so much above its least, in the plane of w₂ and b, with w₁ the best there: half of
 * eᵀSe, where S is H without w₁ (its Schur complement). An ellipse.
 *
 * @param h second derivatives of the error
 * @param best where it is least
 * @returns points around, (w₂, b)
 */
export function contour(
  [[aa, ac, a], [, cc, c], [, , n]]: Symmetric,
  best: Weights,
  level: number,
): [number, number][] {
  const [p, q, r] = [cc - (ac * ac) / aa, c - (ac * a) / aa, n - (a * a) / aa];
  // ½(p·u² + 2q·uv + r·v²) = level, by Cholesky: u√p + vq/√p and v·√(r − q²/p) go round a circle.
  const size = Math.sqrt(2 * level);
  const height = Math.sqrt(r - (q * q) / p);
  return Array.from({ length: 48 }, (_, index): [number, number] => {
    const angle = (2 * Math.PI * index) / 48;
    const v = (size * Math.sin(angle)) / height;
    const u = (size * Math.cos(angle)) / Math.sqrt(p) - (v * q) / p;
    return [best[1] + u, best[2] + v];
  });
}
