import { centralDifferences, cosine, relativeError } from '../differences.ts';
import { ShapeError } from '../matrix.ts';
import { forward, gradients, loss } from '../network.ts';
import { mulberry32 } from '../random.ts';
import { readingNames, type Reading } from '../readings.ts';
import { drawNetwork, type Sizes } from './network-draws.ts';

/** How the gradient of W₁ by one reading of δ₁ compares with finite differences, over many draws. */
export interface Comparison {
  /** Relative errors: the median, and what 5% and 95% of the draws stay below. */
  error: number;
  least: number;
  most: number;
  /** The median of the cosines. */
  cosine: number;
  /** Share of the draws in which the cosine is negative. */
  against: number;
}

/** Shapes of which each shows something else: all differ, one output, N = h = k. */
export const sizes = {
  general: [5, 3, 4, 2],
  single: [5, 3, 4, 1],
  equal: [4, 3, 4, 4],
} as const satisfies Record<string, Sizes>;
export type SizeName = keyof typeof sizes;
export const sizeNames = Object.keys(sizes) as SizeName[];

export const draws = 2000;
export const seed = 4;

/** Compares every reading in every shape; undefined where a reading cannot be computed. */
export function compareReadings(): Record<SizeName, Record<Reading, Comparison | undefined>> {
  const bySize = sizeNames.map((name) => [name, compareIn(sizes[name])] as const);
  return Object.fromEntries(bySize) as Record<SizeName, Record<Reading, Comparison | undefined>>;
}

function compareIn(size: Sizes): Record<Reading, Comparison | undefined> {
  const random = mulberry32(seed);
  const errors = new Map<Reading, number[]>();
  const cosines = new Map<Reading, number[]>();
  for (let draw = 0; draw < draws; draw++) {
    const { X, Y, parameters } = drawNetwork(size, random);
    const measured = centralDifferences((W1) => loss(forward(X, { ...parameters, W1 }).A2, Y), parameters.W1);
    for (const reading of readingNames) {
      try {
        const { W1 } = gradients(X, Y, parameters, reading);
        push(errors, reading, relativeError(W1, measured));
        push(cosines, reading, cosine(W1, measured));
      } catch (error) {
        if (!(error instanceof ShapeError)) throw error;
      }
    }
  }
  const compared = readingNames.map((reading) => {
    const error = errors.get(reading)?.sort((a, b) => a - b);
    const angle = cosines.get(reading)?.sort((a, b) => a - b);
    if (!error || !angle) return [reading, undefined];
    return [
      reading,
      {
        error: quantile(error, 0.5),
        least: quantile(error, 0.05),
        most: quantile(error, 0.95),
        cosine: quantile(angle, 0.5),
        against: angle.filter((value) => value < 0).length / draws,
      },
    ];
  });
  return Object.fromEntries(compared) as Record<Reading, Comparison | undefined>;
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Of a sorted list, between the two nearest. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
