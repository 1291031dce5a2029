import type { Plan } from '../regression.ts';

/** Samples in a data set, as in the article's 5.2. */
export const samples = 100;

/** Three ways to train it. */
export const recipes = {
  /** What 5.2 does: Keras' defaults. */
  batches: { rate: 0.01, batch: 32, epochs: 1000 },
  /** What 4.3 says. */
  literal: { rate: 0.01, batch: samples, epochs: 1000 },
  /** Gradient descent with a rate that suits the problem. */
  faster: { rate: 0.5, batch: samples, epochs: 300 },
} as const satisfies Record<string, Plan>;

export type Recipe = keyof typeof recipes;
export const recipeNames = Object.keys(recipes) as Recipe[];

/** Updates that a plan makes with so many samples. */
export function updatesOf({ batch, epochs }: Plan, n = samples): number {
  return epochs * Math.ceil(n / batch);
}
