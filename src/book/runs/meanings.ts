import type { Way } from '../../lab/experiments/learning-xor.ts';
import type { Recipe } from '../../lab/experiments/recipes.ts';
import type { SizeName } from '../../lab/experiments/readings-by-shape.ts';
import type { Reading } from '../../lab/readings.ts';
import type { bigramSteps, rateNames, RunGroup, RunName } from './names.ts';

/** What a number of the lab is, and in what it is counted; '' where it has no unit. */
export type Meaning = readonly [meaning: string, unit: Unit];
type Unit =
  | ''
  | 'share of 1'
  | 'percentage points'
  | 'squared units of y'
  | 'nats'
  | 'steps'
  | 'updates'
  | 'starts'
  | 'GB'
  | 'parameters'
  | 'characters'
  | 'operations';

const squares = 'squared units of y';

const rates: Record<(typeof rateNames)[number], string> = {
  '0.01': 'rate 0.01',
  '0.1': 'rate 0.1',
  '0.5': 'rate 0.5',
  best: 'rate 2/(λmin+λmax)',
  '0.7': 'rate 0.7',
  '1': 'rate 1',
};
const sizes: Record<SizeName, string> = {
  general: 'N, d, h, k = 5, 3, 4, 2',
  single: 'N, d, h, k = 5, 3, 4, 1',
  equal: 'N, d, h, k = 4, 3, 4, 4',
};
const readings: Record<Reading, string> = {
  right: 'δ₁ by the chain rule',
  products: 'the article’s δ₁, each · a matrix product',
  elementwise: 'the article’s δ₁, the second · element by element',
  untransposed: 'δ₁ with the transpose forgotten',
};
const recipes: Record<Recipe, string> = {
  batches: 'rate 0.01, batches of 32, 1,000 epochs',
  literal: 'rate 0.01, all 100 at once, 1,000 epochs',
  faster: 'rate 0.5, all 100 at once, 300 epochs',
};
const losses: Record<(typeof bigramSteps)[number], Meaning> = {
  '0': ['before the first step', 'nats'],
  '10': ['after 10 steps', 'nats'],
  '100': ['after 100 steps', 'nats'],
  '300': ['after 300 steps', 'nats'],
  '1000': ['after 1,000 steps', 'nats'],
  '2000': ['after 2,000 steps', 'nats'],
  best: ['after the step at which the held-out loss is least', 'nats'],
};
const ways: Record<Way, Meaning> = {
  right: ['starts that have learned XOR by the right δ₁', 'starts'],
  elementwise: ['starts that have learned XOR by the article’s δ₁, element by element', 'starts'],
  frozen: ['starts that have learned XOR with W₁ and b₁ left as drawn', 'starts'],
};
const compared = {
  error: ['relative error of the gradient of W₁ against finite differences, median', ''],
  cosine: ['cosine of the gradient of W₁ with that by finite differences, median', ''],
  against: ['draws in which that cosine is negative', 'share of 1'],
} as const;
const left = {
  slowest: ['what a step leaves of the error along the slowest direction, 1 − ηλmin', 'share of 1'],
  steepest: ['what a step leaves of the error along the steepest direction, 1 − ηλmax', 'share of 1'],
  'left-1000': ['what 1,000 steps leave of the error along the slowest direction', 'share of 1'],
  'times-10': ['the error along the steepest direction after 10 steps, as a multiple of its first', ''],
} as const;
const untilThousandth = {
  steps: ['steps until no direction has more than a thousandth of its error left', 'steps'],
} as const;

/**
 * What each number of the lab is and its unit, for `npm run numbers`. A number of `names.ts` that is not explained
 * here does not compile.
 */
export const runMeanings: { [G in RunGroup]: Record<RunName<G>, Meaning> } = {
  theory: {
    floor: ['least mean squared error that anything can reach: the variance of the noise', squares],
    'floor-without-bias': ['the least without a bias', squares],
    'mean-only': ['mean squared error of always saying the mean', squares],
    'logistic-floor': ['the least with σ on the output', squares],
    'training-error': ['expected training error of least squares, 100 samples', squares],
    'error-w': ['standard error of a weight by least squares, 100 samples', ''],
    'error-b': ['standard error of the bias by least squares, 100 samples', ''],
    slowest: ['least eigenvalue of the Hessian, λmin', ''],
    middle: ['middle eigenvalue of the Hessian', ''],
    steepest: ['largest eigenvalue of the Hessian, λmax', ''],
    'rate-limit': ['learning rate above which gradient descent diverges, 2/λmax', ''],
    'best-rate': ['learning rate at which both ends shrink alike, 2/(λmin+λmax)', ''],
    condition: ['condition number, λmax/λmin', ''],
  },
  rates: {
    ...across(rates, left),
    ...across(
      { '0.01': rates['0.01'], '0.1': rates['0.1'], '0.5': rates['0.5'], best: rates.best },
      untilThousandth,
    ),
    'updates-of-batches': [`updates of: ${recipes.batches}`, 'updates'],
    'left-4000': ['rate 0.01: what 4,000 steps leave of the error along the slowest direction', 'share of 1'],
  },
  examples: {
    'saturated-squares': ['slope of squares by the score where σ answers 0.99 and 0 is right', ''],
    'saturated-entropy': ['slope of cross-entropy by the score there', ''],
    'largest-exponent-64': ['largest x of which e^x is a number of 64 bits', ''],
    'largest-exponent-16': ['largest x of which e^x is a number of 16 bits', ''],
    'softmax-p1': ['softmax of (2, 1, 0): the first', 'share of 1'],
    'softmax-p2': ['softmax of (2, 1, 0): the second', 'share of 1'],
    'softmax-p3': ['softmax of (2, 1, 0): the third', 'share of 1'],
    'softmax-loss': ['cross-entropy there when the first is right', 'nats'],
    'softmax-slope1': ['slope of that loss by the first score', ''],
    'softmax-slope2': ['slope of that loss by the second score', ''],
    'softmax-slope3': ['slope of that loss by the third score', ''],
  },
  readings: {
    ...across(
      {
        'general-right': `${sizes.general}: ${readings.right}`,
        'single-right': `${sizes.single}: ${readings.right}`,
        'single-elementwise': `${sizes.single}: ${readings.elementwise}`,
        'equal-right': `${sizes.equal}: ${readings.right}`,
        'equal-products': `${sizes.equal}: ${readings.products}`,
        'equal-elementwise': `${sizes.equal}: ${readings.elementwise}`,
        'equal-untransposed': `${sizes.equal}: ${readings.untransposed}`,
      },
      compared,
    ),
    draws: ['networks drawn for each shape', ''],
    seed: ['seed of the random numbers', ''],
  },
  xor: {
    ...ways,
    'right-share': ['right, as a share of all starts', 'share of 1'],
    'right-interval': ['half the 95% interval of that share', 'percentage points'],
    'elementwise-share': ['elementwise, as a share of all starts', 'share of 1'],
    'elementwise-interval': ['half the 95% interval of that share', 'percentage points'],
    starts: ['starts of each way', 'starts'],
    steps: ['steps from each start', 'steps'],
    seed: ['seed of the random numbers', ''],
  },
  descents: {
    ...across(
      { ...recipes, solution: 'least squares' },
      {
        w1: ['w₁, mean of the groups', ''],
        w2: ['w₂, mean of the groups', ''],
        b: ['b, mean of the groups', ''],
        training: ['training error, mean of the groups', squares],
        fresh: ['error on new samples, mean of the groups', squares],
        spread: ['standard deviation of the training error among the groups', squares],
      },
    ),
    ...across(recipes, { updates: ['updates of a training', 'updates'] }),
    groups: ['data sets, each with its own start', ''],
    fresh: ['new samples that each is tried on', ''],
    seed: ['seed of the random numbers', ''],
    'one-seed': ['seed of the one descent that is drawn', ''],
  },
  bigrams: {
    ...across({ train: 'training loss of the bigrams', test: 'held-out loss of the bigrams' }, losses),
    'best-step': ['step at which the held-out loss is least', 'steps'],
    perplexity: ['perplexity there, e to the loss', ''],
    characters: ['different characters of the article', 'characters'],
    length: ['length of the article', 'characters'],
    parameters: ['parameters of the model, characters squared', 'parameters'],
    pairs: ['pairs of characters that it is trained on', ''],
    unseen: ['held-out pairs that training never saw', 'share of 1'],
  },
  costs: {
    parameters: ['parameters of Qwen3-8B', 'parameters'],
    ...across(
      {
        adapters: 'adapters of rank 16 for all linear layers',
        attention: 'adapters of rank 16 for query and value',
      },
      {
        parameters: ['parameters', 'parameters'],
        share: ['of the model’s parameters', 'share of 1'],
      },
    ),
    half: ['memory of the weights at 16 bits', 'GB'],
    quarter: ['memory of the weights at 4 bits, scales included', 'GB'],
    training: ['memory of training all parameters with Adam', 'GB'],
    'half-adapted': ['memory of training the adapters, weights at 16 bits', 'GB'],
    'quarter-adapted': ['memory of training the adapters, weights at 4 bits', 'GB'],
    'llama-operations': ['operations of training Llama 3.1 405B on 15.6 T tokens', 'operations'],
    'interval-30': ['half the 95% interval of a share of 70% among 30', 'percentage points'],
    'interval-164': ['half the 95% interval of a share of 80% among 164', 'percentage points'],
    'interval-500': ['half the 95% interval of a share of 70% among 500', 'percentage points'],
  },
};

/** Each of these with each of those: `0.01` and `slowest` → `0.01-slowest`. */
function across<A extends string, B extends string>(
  these: Readonly<Record<A, string>>,
  those: Readonly<Record<B, Meaning>>,
): Record<`${A}-${B}`, Meaning> {
  return Object.fromEntries(
    Object.entries<string>(these).flatMap(([a, of]) =>
      Object.entries<Meaning>(those).map(([b, [meaning, unit]]): [string, Meaning] => [
        `${a}-${b}`,
        [`${of}: ${meaning}`, unit],
      ]),
    ),
  ) as Record<`${A}-${B}`, Meaning>;
}
