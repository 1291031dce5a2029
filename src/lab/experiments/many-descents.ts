import { mulberry32 } from '../random.ts';
import { drawSample, drawStart, leastSquares, meanSquaredError, train, type Weights } from '../regression.ts';
import { recipeNames, recipes, samples, type Recipe } from './recipes.ts';

export const groups = 400;
export const fresh = 1000;
export const seed = 42;

/** Means over the groups. */
export interface Outcome {
  weights: Weights;
  /** Mean squared error on the 100 samples that were trained on. */
  training: number;
  /** On 1,000 new ones of the same kind. */
  fresh: number;
  /** Standard deviation of the training error among the groups. */
  spread: number;
}

/** Trains on many data sets, each with its own start, by every recipe, and solves each by least squares. */
export function descendOften(): Record<Recipe | 'solution', Outcome> {
  const random = mulberry32(seed);
  const names = [...recipeNames, 'solution'] as const;
  const sums = Object.fromEntries(names.map((name) => [name, [0, 0, 0, 0, 0, 0]])) as Record<
    Recipe | 'solution',
    number[]
  >;
  for (let group = 0; group < groups; group++) {
    const sample = drawSample(samples, random);
    const held = drawSample(fresh, random);
    const start = drawStart(random);
    for (const name of names) {
      let weights: Weights = start;
      if (name === 'solution') weights = leastSquares(sample);
      else for (weights of train(start, sample, recipes[name], random));
      const trained = meanSquaredError(weights, sample);
      const found = [...weights, trained, meanSquaredError(weights, held), trained ** 2];
      sums[name] = sums[name].map((sum, at) => sum + (found[at] as number) / groups);
    }
  }
  const outcomes = names.map((name) => {
    const [w1, w2, b, training, fresh, squares] = sums[name] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const spread = Math.sqrt(squares - training ** 2);
    return [name, { weights: [w1, w2, b], training, fresh, spread }];
  });
  return Object.fromEntries(outcomes) as Record<Recipe | 'solution', Outcome>;
}
