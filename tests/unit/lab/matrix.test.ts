import { expect, test } from 'vitest';
import {
  add,
  columnSums,
  drawn,
  hadamard,
  map,
  matrix,
  multiply,
  rowsOf,
  ShapeError,
  transpose,
  type Matrix,
} from '../../../src/lab/matrix.ts';
import { mulberry32, normals, shuffled } from '../../../src/lab/random.ts';

const some = (rows: number, columns: number, seed: number): Matrix =>
  drawn([rows, columns], normals(mulberry32(seed)));

function expectClose(a: Matrix, b: Matrix): void {
  expect(a.shape).toEqual(b.shape);
  for (const [at, value] of a.values.entries()) expect(value).toBeCloseTo(b.values[at] as number, 12);
}

test('a matrix keeps its rows, and refuses ragged ones', () => {
  expect(
    rowsOf(
      matrix([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ),
  ).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(() => matrix([[1, 2], [3]])).toThrow(ShapeError);
});

test('the product of two matrices is the one of the schoolbook', () => {
  const product = multiply(
    matrix([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    matrix([
      [1, 0, 2],
      [0, 1, 3],
    ]),
  );
  expect(rowsOf(product)).toEqual([
    [1, 2, 8],
    [3, 4, 18],
    [5, 6, 28],
  ]);
});

test('what cannot be multiplied is told with both shapes', () => {
  const wrong = () => multiply(some(5, 4, 1), some(5, 2, 2));
  expect(wrong).toThrow(ShapeError);
  expect(wrong).toThrow('(5, 4) and (5, 2)');
});

test.each([1, 2, 3])('multiplication is linear, and turns round when transposed (seed %d)', (seed) => {
  const [a, b, c] = [some(4, 3, seed), some(3, 5, seed + 10), some(3, 5, seed + 20)];
  expectClose(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
  expectClose(
    multiply(
      map(a, (x) => 2.5 * x),
      b,
    ),
    map(multiply(a, b), (x) => 2.5 * x),
  );
  expectClose(transpose(multiply(a, b)), multiply(transpose(b), transpose(a)));
});

test('a row is added to every row, a column to every column, and nothing else is stretched', () => {
  expect(
    rowsOf(
      add(
        matrix([
          [1, 2],
          [3, 4],
        ]),
        matrix([[10, 20]]),
      ),
    ),
  ).toEqual([
    [11, 22],
    [13, 24],
  ]);
  expect(
    rowsOf(
      hadamard(
        matrix([[2], [3]]),
        matrix([
          [1, 10],
          [1, 10],
        ]),
      ),
    ),
  ).toEqual([
    [2, 20],
    [3, 30],
  ]);
  expect(() => add(some(4, 3, 1), some(2, 3, 2))).toThrow(ShapeError);
});

test('columns are summed', () => {
  expect(
    rowsOf(
      columnSums(
        matrix([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ),
    ),
  ).toEqual([[9, 12]]);
});

test('mulberry32 gives the numbers that it gives everywhere', () => {
  const random = mulberry32(42);
  // As the reference implementation in C gives them, divided by 2³².
  expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([
    2581720956, 1925393290, 3661312704,
  ]);
});

test('normal numbers have mean 0, variance 1, and 68.27% of them within 1', () => {
  const next = normals(mulberry32(7));
  const values = Array.from({ length: 100_000 }, next);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + x * x, 0) / values.length;
  const within = values.filter((x) => Math.abs(x) < 1).length / values.length;
  // Four standard errors.
  expect(Math.abs(mean)).toBeLessThan(0.0127);
  expect(Math.abs(variance - 1)).toBeLessThan(0.0179);
  expect(Math.abs(within - 0.6827)).toBeLessThan(0.0059);
});

test('an order has every number once, and each place is as likely', () => {
  const random = mulberry32(3);
  const places = [0, 0, 0, 0, 0];
  for (let round = 0; round < 10_000; round++) {
    const order = shuffled(5, random);
    expect(order.toSorted()).toEqual([0, 1, 2, 3, 4]);
    const place = order.indexOf(0);
    places[place] = (places[place] as number) + 1;
  }
  for (const count of places) expect(Math.abs(count - 2000)).toBeLessThan(160);
});
