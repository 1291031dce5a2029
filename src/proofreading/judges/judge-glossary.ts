import type { Problem } from '../../build/problem.ts';
import { judgeLink, type Pages } from './judge-links.ts';
import type { ReadRecord } from '../reading/read-records.ts';

/**
 * Finds terms that stand twice in the glossary, and terms whose place does not exist.
 *
 * @param file path of the glossary
 * @param records its entries
 * @param pages what the book has
 */
export function judgeGlossary(file: string, records: ReadRecord[], pages: Pages): Problem[] {
  const places = new Map<string, string>();
  return records.flatMap(({ key, value, placeOf }) => {
    const problems: Problem[] = [];
    const { zh, also, abbreviation, see } = value;
    const forms = [zh, ...(Array.isArray(also) ? also : []), abbreviation];
    for (const form of forms.filter((form) => typeof form === 'string')) {
      const first = places.get(form);
      if (first === undefined) places.set(form, key);
      else {
        problems.push({
          file,
          ...placeOf(),
          rule: 'term-twice',
          reason: `"${form}" is a form of "${first}" already.`,
          remedy: 'Let each form lead to one entry.',
        });
      }
    }
    const said = typeof see === 'string' ? judgeLink(see, '/glossary/', pages, new Set()) : undefined;
    if (said) problems.push({ file, ...placeOf('see'), ...said });
    return problems;
  });
}
