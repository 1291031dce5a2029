import { mulberry32 } from '../random.ts';
import { drawSample, drawStart, meanSquaredError, train, type Sample, type Weights } from '../regression.ts';
import { recipeNames, recipes, samples, type Recipe } from './recipes.ts';

export const seed = 42;

export interface Descent {
  sample: Sample;
  /** The parameters before the first update and after each. */
  paths: Record<Recipe, Weights[]>;
  /** The training error there. */
  errors: Record<Recipe, number[]>;
}

/** One data set, one start, every recipe. */
export function descendOnce(): Descent {
  const random = mulberry32(seed);
  const sample = drawSample(samples, random);
  const start = drawStart(random);
  const paths = Object.fromEntries(
    recipeNames.map((name) => [name, [start, ...train(start, sample, recipes[name], random)]]),
  ) as Record<Recipe, Weights[]>;
  const errors = Object.fromEntries(
    recipeNames.map((name) => [name, paths[name].map((weights) => meanSquaredError(weights, sample))]),
  ) as Record<Recipe, number[]>;
  return { sample, paths, errors };
}
