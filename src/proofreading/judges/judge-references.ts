import type { Problem } from '../../build/problem.ts';
import type { ReadRecord } from '../reading/read-records.ts';
import { findRefused, type RefusedHost } from './refused-hosts.ts';

/**
 * Finds references that nothing cites, that do not say where they stand, or that lead to a refused host.
 *
 * @param file path of the references
 * @param records its entries
 * @param cited keys that something cites; undefined when that is not known
 * @param refused content/refused-sources.yaml
 */
export function judgeReferences(
  file: string,
  records: ReadRecord[],
  cited: ReadonlySet<string> | undefined,
  refused: RefusedHost[],
): Problem[] {
  return records.flatMap(({ key, value, placeOf }) => {
    const problems: Problem[] = [];
    if (cited && !cited.has(key)) {
      problems.push({
        file,
        ...placeOf(),
        rule: 'reference-unused',
        reason: `Nothing in the book cites "${key}".`,
        remedy: `Cite it where it is evidence, <Cite keys="${key}" />, or delete the entry.`,
      });
    }
    if (value['container'] === undefined && value['publisher'] === undefined) {
      problems.push({
        file,
        ...placeOf(),
        rule: 'reference-without-publisher',
        reason: `"${key}" names neither its container nor its publisher.`,
        remedy:
          'Add container: for the journal, site or archive that it stands in, or publisher: for who answers for it.',
      });
    }
    const barred = findRefused(value['url'], refused);
    if (barred) {
      problems.push({
        file,
        ...placeOf('url'),
        rule: 'reference-refused',
        reason: `"${key}" leads to ${barred.host}, which content/refused-sources.yaml refuses: ${barred.reason}`,
        remedy: 'Find the original and cite that, or leave the claim out.',
      });
    }
    return problems;
  });
}
