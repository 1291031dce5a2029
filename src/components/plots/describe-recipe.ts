import type { Recipe } from '../../lab/experiments/recipes.ts';

/** What the ways to train the regression are called, and their colours. */
export const describeRecipe: Record<Recipe, string> = {
  batches: '小批量，0.01',
  literal: '全批量，0.01',
  faster: '全批量，0.5',
};

export const inks: Record<Recipe, string> = {
  batches: 'var(--qing)',
  literal: 'var(--zhu)',
  faster: 'var(--lv)',
};
