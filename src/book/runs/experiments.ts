import article from '../../../content/article/article.md?raw';
import { countBigrams, trainBigrams } from '../../lab/bigram.ts';
import { learnXor } from '../../lab/experiments/learning-xor.ts';
import { descendOften } from '../../lab/experiments/many-descents.ts';
import { descendOnce } from '../../lab/experiments/one-descent.ts';
import { compareReadings } from '../../lab/experiments/readings-by-shape.ts';

/** Runs an experiment when it is first asked for, and keeps what came out. They all give the same every time. */
function lazy<T>(run: () => T): () => T {
  let result: { value: T } | undefined;
  return () => (result ??= { value: run() }).value;
}

export const readingsByShape = lazy(compareReadings);
export const xor = lazy(learnXor);
export const oneDescent = lazy(descendOnce);
export const manyDescents = lazy(descendOften);
export const bigrams = lazy(() => countBigrams(article));
export const bigramLosses = lazy(() => trainBigrams(bigrams(), 100, 2000));
