import { expect, test, type TestContext } from 'vitest';
import { formatRun } from '../../../src/book/runs/format-run.ts';
import { centralDifferences } from '../../../src/lab/differences.ts';
import { matrix } from '../../../src/lab/matrix.ts';
import { forward, gradients, loss, parameterNames } from '../../../src/lab/network.ts';
import { mulberry32 } from '../../../src/lab/random.ts';
import { readings } from '../../../src/lab/readings.ts';
import {
  leastSquares,
  meanSquaredError,
  train,
  type Sample,
  type Weights,
} from '../../../src/lab/regression.ts';
import { outputOf, readListings, type Listing } from './read-listings.ts';
import { findPython, runPython, withoutPython } from './run-python.ts';
import { runValue } from '../read-lab.ts';

const listings = readListings();
const python = await findPython();

/** Fails where .ci/run has seen to Python, and says why elsewhere, when there is nothing to run listings with. */
function need(context: TestContext): string {
  if (python) return python;
  if (process.env['LISTINGS'] === 'required') throw new Error(withoutPython);
  console.warn(withoutPython);
  return context.skip(withoutPython);
}

function listing(id: string): Listing {
  const found = listings.find((one) => one.id === id);
  if (!found) throw new Error(`No chapter has the listing "${id}".`);
  return found;
}

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [at, value] of found.entries())
    expect(Math.abs(value - (wanted[at] as number))).toBeLessThan(1e-9);
}

/** A framework is not run here; a sketch runs nowhere. */
const framework = /^(?:import|from) (?:tensorflow|keras|torch)/m;
const sketch = /（示意）$/;

/** Programs that need nothing but Python and NumPy. */
const programs = listings.filter(({ language }) => language === 'python');
const run = programs.filter(({ code, title }) => !framework.test(code) && !sketch.test(title));

/** Of these the tests below hold more than what they print. */
const held = ['code-gradient-check', 'code-numpy', 'code-bigram'];

test('every Python listing is run here, or the page says that it is not', async (context) => {
  expect(run.map(({ id }) => id)).toEqual(expect.arrayContaining(held));
  for (const { file, id, code, after } of programs)
    if (framework.test(code)) expect(after, `${file}: below "${id}"`).toContain('本站的测试不运行它');
  for (const program of run.filter(({ id }) => !held.includes(id))) {
    const shown = outputOf(program, listings);
    const { printed } = await runPython(need(context), program.code);
    expect(printed, `${program.file}: what "${program.id}" prints`).toBe(shown);
  }
});

test('a listing without its output is told with its file and the remedy', () => {
  const [program] = run as [Listing, ...Listing[]];
  const told = new RegExp(
    `^${program.file} has the listing "${program.id}".*<Listing id="${program.id}-output"`,
  );
  expect(() => outputOf(program, [program])).toThrow(told);
});

interface Check {
  X: number[][];
  Y: number[][];
  P: number[][][];
  grads: number[][][];
  measured: number[][];
  broadcast: number[][];
}

test('the gradient check prints what the page shows, and agrees with the core', async (context) => {
  const { code } = listing('code-gradient-check');
  const { printed, left } = await runPython(need(context), code, {
    // The last `num` is that of b2. With one output NumPy stretches the article's formula, and says nothing.
    after: `{"X": X.tolist(), "Y": Y.tolist(), "P": [p.tolist() for p in P], "grads": [g.tolist() for g in grads(P)],
      "measured": num.tolist(), "broadcast": (lambda A1, W2, d2: ((A1 @ W2) * d2 * A1 * (1 - A1)).tolist())(
        sig(X @ P[0] + P[1]), P[2][:, :1], Y[:, :1])}`,
  });
  expect(printed).toBe(listing('code-gradient-check-output').code);

  const found = left as Check;
  const [W1, b1, W2, b2] = found.P.map(matrix) as [ReturnType<typeof matrix>, ...ReturnType<typeof matrix>[]];
  if (!b1 || !W2 || !b2) throw new Error('The listing has four parameters.');
  const [X, Y] = [matrix(found.X), matrix(found.Y)];
  const parameters = { W1, b1, W2, b2 };
  const own = gradients(X, Y, parameters);
  for (const [at, name] of parameterNames.entries())
    expectClose([...own[name].values], (found.grads[at] ?? []).flat());
  const measured = centralDifferences((at) => loss(forward(X, { ...parameters, b2: at }).A2, Y), b2);
  expectClose([...measured.values], found.measured.flat());
  const [one, first] = [found.P[2] ?? [], found.Y].map((rows) => matrix(rows.map(([value = 0]) => [value])));
  if (!one || !first) throw new Error('There is a first column.');
  const broadcast = readings.elementwise(forward(X, parameters).A1, one, first);
  expectClose([...broadcast.values], found.broadcast.flat());
});

test('with the article’s formula in its place the gradient check stops, as the page says', async (context) => {
  const { code } = listing('code-gradient-check');
  const right = '(d2 @ W2.T) * A1 * (1 - A1)';
  expect(code).toContain(right);
  await expect(
    runPython(need(context), code.replace(right, '(A1 @ W2 @ d2) * A1 * (1 - A1)')),
  ).rejects.toThrow(/ValueError: matmul/);
});

interface Descents {
  A: [number, number, number][];
  y: [number][];
  A_test: [number, number, number][];
  y_test: [number][];
  ols: [number][];
  runs: { rate: number; batch: number; epochs: number; orders: number[][]; w: [number][] }[];
}

/** Notes the orders that the listing draws. */
const recorder = `
import numpy as np
_orders, _make = [], np.random.default_rng
class _Recorder:
    def __init__(self, rng): self._rng = rng
    def __getattr__(self, name): return getattr(self._rng, name)
    def permutation(self, n):
        _orders.append(self._rng.permutation(n).tolist())
        return np.array(_orders[-1])
np.random.default_rng = lambda seed: _Recorder(_make(seed))
def _again(train, rate, batch, epochs):
    _orders.clear()
    w = train(rate, epochs, batch).tolist()
    return {"rate": rate, "batch": batch, "epochs": epochs, "w": w, "orders": list(_orders)}
`;

test('the regression prints what the page shows, and agrees with the core', async (context) => {
  const { printed, left } = await runPython(need(context), listing('code-numpy').code, {
    before: recorder,
    after: `{"A": A.tolist(), "y": y.tolist(), "A_test": A_test.tolist(), "y_test": y_test.tolist(), "ols": ols.tolist(),
      "runs": [_again(train, 0.01, 32, 1000), _again(train, 0.01, 100, 1000), _again(train, 0.5, 100, 300)]}`,
  });
  expect(printed).toBe(listing('code-numpy-output').code);

  const found = left as Descents;
  const sampleOf = (A: Descents['A'], y: Descents['y']): Sample => ({
    x1: A.map(([a]) => a),
    x2: A.map(([, b]) => b),
    y: y.flat(),
  });
  const sample = sampleOf(found.A, found.y);
  expectClose(leastSquares(sample), found.ols.flat());
  for (const { rate, batch, epochs, orders, w } of found.runs) {
    let at = 0;
    let weights: Weights = [0, 0, 0];
    for (weights of train(weights, sample, { rate, batch, epochs }, mulberry32(0), () => orders[at++] ?? []));
    expectClose(weights, w.flat());
  }
  // What is printed of the solution: rounded, on the samples and on those held out.
  const held = sampleOf(found.A_test, found.y_test);
  const [training, fresh] = [sample, held].map((of) => meanSquaredError(leastSquares(sample), of).toFixed(4));
  expect(printed).toContain(`${training} ${fresh}`);
});

test('the bigrams print what the page shows, and agree with the core', async (context) => {
  const { printed, left } = await runPython(need(context), listing('code-bigram').code, {
    after: '{"train": loss(W, train), "test": loss(W, test), "pairs": int(train.sum())}',
  });
  const number = (name: string) => runValue(`bigrams ${name}`);
  const say = (name: string) => formatRun(number(name), '0.000');
  const [first, ...rest] = printed.split('\n');
  expect(first).toBe(`${number('length')} ${number('characters')} ${say('train-0')} ${say('test-0')}`);
  expect(rest).toEqual(
    ['10', '100', '300', '1000', '2000'].map(
      (step) => `${step} ${say(`train-${step}`)} ${say(`test-${step}`)}`,
    ),
  );
  const found = left as { train: number; test: number; pairs: number };
  expectClose(
    [number('train-2000'), number('test-2000'), number('pairs')],
    [found.train, found.test, found.pairs],
  );
});
