import { findRun } from './names.ts';
import type { LabResults } from './results.ts';

/**
 * Returns a number of the lab.
 *
 * @param of its address: `theory floor`
 * @throws Error when there is none; the proofreading has found those that chapters ask for
 */
export function runValue({ values }: Pick<LabResults, 'values'>, of: string): number {
  const found = findRun(of);
  if ('wrong' in found) throw new Error(`The lab has no ${found.part} "${found.wrong}".`);
  const value = values[found.group][found.name];
  if (value === undefined || !Number.isFinite(value))
    throw new Error(`The experiments gave no number for "${of}", which src/book/runs/names.ts promises.`);
  return value;
}
