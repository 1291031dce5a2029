import { mulberry32 } from '../../lab/random.ts';
import {
  drawSample,
  drawStart,
  eigenvalues,
  hessian,
  leastSquares,
  meanSquaredError,
  train,
  type Plan,
  type Sample,
  type Weights,
} from '../../lab/regression.ts';

/** What the reader chose. */
export interface Settings extends Plan {
  /** Width of the noise, u ~ U[0, noise). */
  noise: number;
  seed: number;
}

/** A training that is under way. */
export interface Run {
  settings: Settings;
  sample: Sample;
  /** Updates in all. */
  planned: number;
  /** The training error before the first update and after each. */
  errors: number[];
  weights: Weights;
  /** Mean squared error of these weights on 1,000 samples that are not trained on. */
  held(): number;
  best: Weights;
  /** The least training error there is. */
  least: number;
  /** Gradient descent diverges above: 2/λmax of these samples. */
  limit: number;
  /** λmax. */
  steepest: number;
  /** Has it gone so far off that going on is no use, or ended further off than it began? */
  diverged: boolean;
  /** Makes one update; false when there is none left to make. */
  step(): boolean;
}

const samples = 100;

/** Draws as the book's own figure does: with its settings it is the same run. */
export function prepare(settings: Settings): Run {
  const random = mulberry32(settings.seed);
  const sample = drawSample(samples, random, settings.noise);
  const start = drawStart(random);
  const held = drawSample(1000, mulberry32(settings.seed + 1), settings.noise);
  const best = leastSquares(sample);
  const [, , steepest] = eigenvalues(hessian(sample));
  const updates = train(start, sample, settings, random);
  const run: Run = {
    settings,
    sample,
    planned: settings.epochs * Math.ceil(samples / settings.batch),
    errors: [meanSquaredError(start, sample)],
    weights: start,
    held: () => meanSquaredError(run.weights, held),
    best,
    least: meanSquaredError(best, sample),
    limit: 2 / steepest,
    steepest,
    diverged: false,
    step() {
      const { value } = updates.next();
      if (!value || run.diverged) return false;
      run.weights = value;
      const error = meanSquaredError(value, sample);
      run.errors.push(error);
      const more = run.errors.length <= run.planned;
      run.diverged = !(error < 1e6) || (!more && error > (run.errors[0] ?? 0));
      return more && !run.diverged;
    },
  };
  return run;
}

/** Says that a run diverged, and why. */
export function describeDivergence(
  { settings: { rate, batch }, limit, steepest, errors }: Run,
  say: (value: number) => string,
): string {
  const steps = `发散：${(errors.length - 1).toLocaleString('en-US')}次更新，误差从${say(errors[0] ?? NaN)}涨到${say(errors.at(-1) ?? NaN)}。`;
  if (rate > limit)
    return `${steps}学习率${say(rate)}大于这组样本的2/λ最大＝${say(limit)}：最陡的方向上，差每步乘1−ηλ＝${say(1 - rate * steepest)}，越走越远。`;
  return `${steps}学习率${say(rate)}虽小于全批量的上限${say(limit)}，但每步只看${batch}个样本，末批更少，它们自己的上限会低得多。`;
}
