import { ways } from '../../lab/experiments/learning-xor.ts';
import { recipeNames } from '../../lab/experiments/recipes.ts';
import { readingNames } from '../../lab/readings.ts';

const join = <A extends string, B extends string>(these: readonly A[], those: readonly B[]) =>
  these.flatMap((a) => those.map((b) => `${a}-${b}` as const));

/** Learning rates of the table of rates; `best` is 2/(λmin+λmax). */
export const rateNames = ['0.01', '0.1', '0.5', 'best', '0.7', '1'] as const;
/** Steps at which the losses of the bigrams are told; `best` is where the held-out loss is least. */
export const bigramSteps = ['0', '10', '100', '300', '1000', '2000', 'best'] as const;

/** The numbers that come from the lab, by group, without running anything: `<Run of="theory floor" />`. */
export const runNames = {
  theory: [
    'floor',
    'floor-without-bias',
    'mean-only',
    'logistic-floor',
    'training-error',
    'error-w',
    'error-b',
    'slowest',
    'middle',
    'steepest',
    'rate-limit',
    'best-rate',
    'condition',
  ],
  rates: [
    ...join(rateNames, ['slowest', 'steepest', 'left-1000', 'times-10']),
    // The other rates never get there.
    ...join(['0.01', '0.1', '0.5', 'best'], ['steps']),
    'updates-of-batches',
    'left-4000',
  ],
  examples: [
    'saturated-squares',
    'saturated-entropy',
    'largest-exponent-64',
    'largest-exponent-16',
    ...join(['softmax'], ['p1', 'p2', 'p3', 'loss', 'slope1', 'slope2', 'slope3']),
  ],
  readings: [
    // The other readings cannot be computed in these shapes.
    ...join(
      ['general-right', 'single-right', 'single-elementwise', ...join(['equal'], readingNames)],
      ['error', 'cosine', 'against'],
    ),
    'draws',
    'seed',
  ],
  xor: [...ways, ...join(['right', 'elementwise'], ['share', 'interval']), 'starts', 'steps', 'seed'],
  descents: [
    ...join([...recipeNames, 'solution'], ['w1', 'w2', 'b', 'training', 'fresh', 'spread']),
    ...join(recipeNames, ['updates']),
    'groups',
    'fresh',
    'seed',
    'one-seed',
  ],
  bigrams: [
    ...join(['train', 'test'], bigramSteps),
    'best-step',
    'perplexity',
    'characters',
    'length',
    'parameters',
    'pairs',
    'unseen',
  ],
  costs: [
    'parameters',
    ...join(['adapters', 'attention'], ['parameters', 'share']),
    'half',
    'quarter',
    'training',
    'half-adapted',
    'quarter-adapted',
    'llama-operations',
    // Half the interval of a share, in percentage points, by how many questions.
    ...join(['interval'], ['30', '164', '500']),
  ],
} as const;

export type RunGroup = keyof typeof runNames;
export type RunName<G extends RunGroup> = (typeof runNames)[G][number];

/** A number of the lab, or which word of its address is wrong and what it could have been. */
type Found = { group: RunGroup; name: string } | { wrong: string; part: string; names: readonly string[] };

/**
 * Finds what a number of the lab is called.
 *
 * @param of its address: group and name; `theory floor`
 */
export function findRun(of: string): Found {
  const [group = '', name = '', ...more] = of.trim().split(/\s+/);
  if (more.length) return { wrong: of, part: 'address', names: [] };
  if (!Object.hasOwn(runNames, group)) return { wrong: group, part: 'group', names: Object.keys(runNames) };
  const names: readonly string[] = runNames[group as RunGroup];
  return names.includes(name)
    ? { group: group as RunGroup, name }
    : { wrong: name, part: `number in "${group}" called`, names };
}

/** How a number may be written: 0, 0.00 with as many decimals, 0.0%, or 0e as a power of ten. */
export const patterns = /^0(\.0+)?(%|e)?$/;
