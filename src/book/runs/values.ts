import { unseenShare } from '../../lab/bigram.ts';
import {
  bytes,
  countAdapters,
  countParameters,
  qwen3,
  shareInterval,
  trainingOperations,
} from '../../lab/costs.ts';
import * as learning from '../../lab/experiments/learning-xor.ts';
import * as often from '../../lab/experiments/many-descents.ts';
import * as once from '../../lab/experiments/one-descent.ts';
import { recipeNames, recipes, updatesOf } from '../../lab/experiments/recipes.ts';
import * as shapes from '../../lab/experiments/readings-by-shape.ts';
import { matrix } from '../../lab/matrix.ts';
import { outputDelta } from '../../lab/network.ts';
import { readingNames } from '../../lab/readings.ts';
import { crossEntropy, crossEntropySlopes, softmax } from '../../lab/softmax.ts';
import {
  bestRate,
  conditionNumber,
  contraction,
  expectedTrainingError,
  populationEigenvalues,
  rateLimit,
  standardErrors,
  stepsTo,
  theory,
} from '../../lab/theory.ts';
import { bigramSteps, rateNames, type RunGroup, type RunName } from './names.ts';
import type { Outcomes } from './run-experiments.ts';

type Numbers<G extends RunGroup> = Partial<Record<RunName<G>, number>>;

const [slowest, middle, steepest] = populationEigenvalues;

/** What each group holds. */
const groups: { [G in RunGroup]: (outcomes: Outcomes) => Numbers<G> } = {
  theory: () => ({
    floor: theory.floor,
    'floor-without-bias': theory.floorWithoutBias,
    'mean-only': theory.meanOnly,
    'logistic-floor': theory.logisticFloor,
    'training-error': expectedTrainingError(100),
    'error-w': standardErrors(100)[0],
    'error-b': standardErrors(100)[2],
    slowest,
    middle,
    steepest,
    'rate-limit': rateLimit,
    'best-rate': bestRate,
    condition: conditionNumber,
  }),
  rates: () => ({
    ...Object.fromEntries(
      rateNames.flatMap((name) => {
        const rate = name === 'best' ? bestRate : Number(name);
        return [
          [`${name}-slowest`, contraction(rate, slowest)],
          [`${name}-steepest`, contraction(rate, steepest)],
          [`${name}-left-1000`, contraction(rate, slowest) ** 1000],
          [`${name}-times-10`, contraction(rate, steepest) ** 10],
        ];
      }),
    ),
    ...Object.fromEntries(([0.01, 0.1, 0.5] as const).map((rate) => [`${rate}-steps`, stepsTo(0.001, rate)])),
    'best-steps': stepsTo(0.001, bestRate),
    'updates-of-batches': updatesOf(recipes.batches),
    'left-4000': contraction(0.01, slowest) ** 4000,
  }),
  examples: () => {
    // σ answers 0.99 where 0 is right.
    const [one, sure] = [matrix([[0]]), matrix([[0.99]])];
    const scores = [2, 1, 0];
    const [p1, p2, p3] = softmax(scores) as [number, number, number];
    const [slope1, slope2, slope3] = crossEntropySlopes(scores, 0) as [number, number, number];
    return {
      'saturated-squares': outputDelta({ A2: sure }, one).values[0] as number,
      'saturated-entropy': 0.99,
      // e to more than this is no number any more; the largest of 16 bits is 65,504.
      'largest-exponent-64': Math.log(Number.MAX_VALUE),
      'largest-exponent-16': Math.log(65_504),
      'softmax-p1': p1,
      'softmax-p2': p2,
      'softmax-p3': p3,
      'softmax-loss': crossEntropy(scores, 0),
      'softmax-slope1': slope1,
      'softmax-slope2': slope2,
      'softmax-slope3': slope3,
    };
  },
  readings: ({ readings }) => ({
    ...Object.fromEntries(
      shapes.sizeNames.flatMap((size) =>
        readingNames.flatMap((reading) => {
          const found = readings[size][reading];
          if (!found) return [];
          const { error, cosine, against } = found;
          return Object.entries({ error, cosine, against }).map(([name, value]) => [
            `${size}-${reading}-${name}`,
            value,
          ]);
        }),
      ),
    ),
    draws: shapes.draws,
    seed: shapes.seed,
  }),
  xor: ({ xor }) => ({
    ...Object.fromEntries(learning.ways.map((way) => [way, learning.learnedBy(learning.steps, xor[way])])),
    // The interval's formula says nothing of a share of 0, which is what `frozen` has.
    ...Object.fromEntries(
      (['right', 'elementwise'] as const).flatMap((way) => {
        const share = learning.learnedBy(learning.steps, xor[way]) / learning.starts;
        return [
          [`${way}-share`, share],
          [`${way}-interval`, 100 * shareInterval(share, learning.starts)],
        ];
      }),
    ),
    starts: learning.starts,
    steps: learning.steps,
    seed: learning.seed,
  }),
  descents: ({ descents }) => ({
    ...Object.fromEntries(
      Object.entries(descents).flatMap(
        ([
          name,
          {
            weights: [w1, w2, b],
            ...errors
          },
        ]) => Object.entries({ w1, w2, b, ...errors }).map(([what, value]) => [`${name}-${what}`, value]),
      ),
    ),
    ...Object.fromEntries(recipeNames.map((name) => [`${name}-updates`, updatesOf(recipes[name])])),
    groups: often.groups,
    fresh: often.fresh,
    seed: often.seed,
    'one-seed': once.seed,
  }),
  bigrams: ({ bigrams, losses }) => {
    const { characters, length, train } = bigrams;
    const best = losses.reduce((least, loss) => (loss.test < least.test ? loss : least));
    return {
      ...Object.fromEntries(
        bigramSteps.flatMap((step) => {
          const loss = step === 'best' ? best : losses[Number(step)];
          return [
            [`train-${step}`, loss?.train],
            [`test-${step}`, loss?.test],
          ];
        }),
      ),
      'best-step': best.step,
      perplexity: Math.exp(best.test),
      characters,
      length,
      parameters: characters ** 2,
      pairs: train.total,
      unseen: unseenShare(bigrams),
    };
  },
  costs: () => {
    const parameters = countParameters(qwen3);
    const adapters = countAdapters(qwen3, 16);
    const attention = countAdapters(qwen3, 16, ['query', 'value']);
    const gigabytes = (each: number, adapted = 0) => (each * parameters + bytes.training * adapted) / 1e9;
    return {
      parameters,
      'adapters-parameters': adapters,
      'adapters-share': adapters / parameters,
      'attention-parameters': attention,
      'attention-share': attention / parameters,
      half: gigabytes(bytes.half),
      quarter: gigabytes(bytes.quarter),
      training: gigabytes(bytes.training),
      'half-adapted': gigabytes(bytes.half, adapters),
      'quarter-adapted': gigabytes(bytes.quarter, adapters),
      'llama-operations': trainingOperations(405e9, 15.6e12),
      'interval-30': 100 * shareInterval(0.7, 30),
      'interval-164': 100 * shareInterval(0.8, 164),
      'interval-500': 100 * shareInterval(0.7, 500),
    };
  },
};

/** Returns every number that `names.ts` promises, by group and name. */
export function computeValues(outcomes: Outcomes): Record<RunGroup, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(groups).map(([group, compute]) => [group, compute(outcomes)]),
  ) as Record<RunGroup, Record<string, number>>;
}
