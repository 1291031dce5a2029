import { countBigrams, trainBigrams } from '../../lab/bigram.ts';
import { learnXor } from '../../lab/experiments/learning-xor.ts';
import { descendOften } from '../../lab/experiments/many-descents.ts';
import { descendOnce } from '../../lab/experiments/one-descent.ts';
import { compareReadings } from '../../lab/experiments/readings-by-shape.ts';

/** Every experiment's outcome. */
export type Outcomes = ReturnType<typeof runExperiments>;

/**
 * Returns what every experiment gives, the same every time.
 *
 * @param article whose characters the model of bigrams learns
 */
export function runExperiments(article: string) {
  const bigrams = countBigrams(article);
  return {
    readings: compareReadings(),
    xor: learnXor(),
    descent: descendOnce(),
    descents: descendOften(),
    bigrams,
    losses: trainBigrams(bigrams, 100, 2000),
  };
}
