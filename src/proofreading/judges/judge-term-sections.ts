import type { Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';
import type { ReadRecord } from '../reading/read-records.ts';

/** Addresses of sections, and the source of each, its subsections included. */
type Sections = Map<string, string>;

/**
 * Finds terms that stand in no form in the section that is to explain them.
 *
 * @param file path of the glossary
 * @param records its entries; an address that there is not is for judgeGlossary
 */
export function judgeTermSections(file: string, records: ReadRecord[], chapters: ProofChapter[]): Problem[] {
  const sections: Sections = new Map(chapters.flatMap(listSections));
  return records.flatMap(({ value: { zh, also, abbreviation, see }, placeOf }) => {
    const section = typeof see === 'string' ? sections.get(see) : undefined;
    const forms = [zh, also, abbreviation].flat().filter((form) => typeof form === 'string');
    if (section === undefined || forms.some((form) => section.includes(form))) return [];
    return {
      file,
      ...placeOf('see'),
      rule: 'term-not-in-section',
      reason: `"${forms[0]}" stands nowhere in ${String(see)}.`,
      remedy: 'Name the section that explains it, or use the word there.',
    };
  });
}

function listSections({ address, source }: ProofChapter): [string, string][] {
  const headings = [...source.matchAll(/^(#+) .*\{\/\* #(\S+) \*\/\}$/gm)];
  return headings.map(({ 1: marks = '', 2: id, index }, place) => {
    const next = headings.slice(place + 1).find(({ 1: others = '' }) => others.length <= marks.length);
    return [`${address}#${id}`, source.slice(index, next?.index)];
  });
}
