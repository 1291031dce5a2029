import type { RunGroup } from './names.ts';
import { runExperiments } from './run-experiments.ts';
import { computeValues } from './values.ts';

/** What the experiments gave that figures and tables are made of, and every number that a chapter can ask for. */
export type LabResults = ReturnType<typeof runLab>;

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
