import { countBigrams, trainBigrams } from '../../lab/bigram.ts';
import { learnXor } from '../../lab/experiments/learning-xor.ts';
import { descendOften } from '../../lab/experiments/many-descents.ts';
import { descendOnce } from '../../lab/experiments/one-descent.ts';
import { compareReadings } from '../../lab/experiments/readings-by-shape.ts';
import type { RunGroup } from './names.ts';
import { computeValues } from './values.ts';

/** What the experiments gave that figures and tables are made of, and every number that a chapter can ask for. */
export type LabResults = ReturnType<typeof runLab>;

/** Every experiment's outcome. They all give the same every time. */
export type Outcomes = ReturnType<typeof runExperiments>;

/**
 * Runs everything in the lab; it takes some seconds, and is done in a thread (see lab.ts).
 *
 * @param article whose characters the model of bigrams learns
 * @returns plain data, which JSON can write
 */
export default function runLab(article: string) {
  const outcomes = runExperiments(article);
  const { readings, xor, descent } = outcomes;
  const values: Record<RunGroup, Record<string, number>> = computeValues(outcomes);
  return { readings, xor, descent, values };
}

function runExperiments(article: string) {
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
