import { inner, norm, subtract, type Matrix } from './matrix.ts';

/**
 * The derivative of a function of a matrix, without any formula for it: each number is raised and lowered by the
 * step, and the function asked twice. The error of the method falls with the square of the step, that of float64
 * grows with its inverse; 1e-5 is near where they meet.
 */
export function centralDifferences(f: (at: Matrix) => number, at: Matrix, step = 1e-5): Matrix {
  const values = at.values.map((value, index) => {
    const up = f({ ...at, values: at.values.with(index, value + step) });
    const down = f({ ...at, values: at.values.with(index, value - step) });
    return (up - down) / (2 * step);
  });
  return { shape: at.shape, values };
}

/** ‖a−b‖/(‖a‖+‖b‖): 0 where they are equal, 1 where they are opposite or have nothing of each other. */
export function relativeError(a: Matrix, b: Matrix): number {
  const both = norm(a) + norm(b);
  return both === 0 ? 0 : norm(subtract(a, b)) / both;
}

/** The cosine of the angle between two gradients; below 0, a step along one raises what the other lowers. */
export function cosine(a: Matrix, b: Matrix): number {
  return inner(a, b) / (norm(a) * norm(b));
}
