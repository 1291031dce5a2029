/** Rows and columns. */
export type Shape = readonly [rows: number, columns: number];

/** A dense matrix of float64, row by row. Nothing changes one; every operation makes another. */
export interface Matrix {
  readonly shape: Shape;
  readonly values: readonly number[];
}

/** Two matrices do not go together. */
export class ShapeError extends Error {
  readonly left: Shape;
  readonly right: Shape;

  constructor(operation: string, left: Shape, right: Shape) {
    super(`${operation}: (${left.join(', ')}) and (${right.join(', ')}) do not go together`);
    this.name = 'ShapeError';
    this.left = left;
    this.right = right;
  }
}

/**
 * @param rows all of the same length, at least one
 * @throws ShapeError when a row is longer or shorter than the first
 */
export function matrix(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  for (const row of rows)
    if (row.length !== columns) throw new ShapeError('rows', [1, columns], [1, row.length]);
  return { shape: [rows.length, columns], values: rows.flat() };
}

/** A matrix whose numbers are drawn one by one, row by row. */
export function drawn(shape: Shape, next: () => number): Matrix {
  return { shape, values: Array.from({ length: shape[0] * shape[1] }, next) };
}

/** The rows of a matrix, as lists. */
export function rowsOf({ shape: [rows, columns], values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}

/** The matrix product, (n×m)(m×p) → n×p. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const [rows, inner] = a.shape;
  const columns = b.shape[1];
  if (inner !== b.shape[0]) throw new ShapeError('multiply', a.shape, b.shape);
  // Lists that grow: engines fill them several times faster than Float64Arrays of this size are made.
  const values: number[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < inner; k++)
        sum += (a.values[row * inner + k] as number) * (b.values[k * columns + column] as number);
      values.push(sum);
    }
  return { shape: [rows, columns], values };
}

/** n×m → m×n. */
export function transpose({ shape: [rows, columns], values }: Matrix): Matrix {
  const turned: number[] = [];
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++) turned.push(values[row * columns + column] as number);
  return { shape: [columns, rows], values: turned };
}

/**
 * Takes two matrices together element by element. A side of length 1 is repeated as often as the other matrix
 * needs, as NumPy does it: that adds a bias to every row, and hides mistakes.
 *
 * @throws ShapeError when a side differs and neither is 1
 */
export function combine(a: Matrix, b: Matrix, operation: (x: number, y: number) => number): Matrix {
  const [aRows, aColumns] = a.shape;
  const [bRows, bColumns] = b.shape;
  const fits = (one: number, other: number) => one === other || one === 1 || other === 1;
  if (!fits(aRows, bRows) || !fits(aColumns, bColumns)) throw new ShapeError('combine', a.shape, b.shape);
  const rows = Math.max(aRows, bRows);
  const columns = Math.max(aColumns, bColumns);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    const aFrom = aRows === 1 ? 0 : row * aColumns;
    const bFrom = bRows === 1 ? 0 : row * bColumns;
    for (let column = 0; column < columns; column++)
      values.push(
        operation(
          a.values[aFrom + (aColumns === 1 ? 0 : column)] as number,
          b.values[bFrom + (bColumns === 1 ? 0 : column)] as number,
        ),
      );
  }
  return { shape: [rows, columns], values };
}

export function add(a: Matrix, b: Matrix): Matrix {
  return combine(a, b, (x, y) => x + y);
}

export function subtract(a: Matrix, b: Matrix): Matrix {
  return combine(a, b, (x, y) => x - y);
}

/** a ⊙ b, element by element. */
export function hadamard(a: Matrix, b: Matrix): Matrix {
  return combine(a, b, (x, y) => x * y);
}

export function map({ shape, values }: Matrix, operation: (x: number) => number): Matrix {
  const mapped: number[] = [];
  for (const value of values) mapped.push(operation(value));
  return { shape, values: mapped };
}

/** 1ᵀa: n×m → 1×m. */
export function columnSums({ shape: [rows, columns], values }: Matrix): Matrix {
  const sums: number[] = [];
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += values[row * columns + column] as number;
    sums.push(sum);
  }
  return { shape: [1, columns], values: sums };
}

/** The sum of the products of elements at the same place. */
export function inner(a: Matrix, b: Matrix): number {
  if (a.shape[0] !== b.shape[0] || a.shape[1] !== b.shape[1]) throw new ShapeError('inner', a.shape, b.shape);
  let sum = 0;
  for (let at = 0; at < a.values.length; at++) sum += (a.values[at] as number) * (b.values[at] as number);
  return sum;
}

/** ‖a‖, the root of the sum of squares. */
export function norm(a: Matrix): number {
  return Math.sqrt(inner(a, a));
}
