import type { Problem } from '../../build/problem.ts';
import type { Passage } from '../reading/editorial-passages.ts';
import { locateWords, type Spoken } from '../reading/locate-words.ts';
import { opaque, spellingFaults } from './spelling.ts';

/**
 * Holds the words of the editors against the house spelling (CONTRIBUTING says what it is). A passage with Markdown that was
 * not read is left out: its brackets and dashes are no marks of a sentence.
 */
export function judgeSpelling(files: Spoken[]): Problem[] {
  return files.flatMap(({ file, source, passages, problems = [] }) => {
    const unread = problems.flatMap(({ rule, line }) => (rule === 'unread-markdown' && line ? [line] : []));
    const isRead = ({ start, end }: Passage): boolean => {
      if (!start || !unread.length) return true;
      const last = start.line + source.slice(start.offset, end).split('\n').length - 1;
      return !unread.some((line) => start.line <= line && line <= last);
    };
    return passages.filter(isRead).flatMap((passage) =>
      spellingFaults(passage.text).map(({ index, words, rule, reason, remedy }) => ({
        file,
        ...locateWords(source, passage, index, words.length),
        rule,
        reason: `${reason}: “${around(passage.text, index, words.length)}”.`,
        remedy,
      })),
    );
  });
}

/** The words with a little of what stands around them. */
function around(text: string, index: number, length: number): string {
  return text
    .slice(Math.max(0, index - 8), index + length + 8)
    .replaceAll(opaque, '□')
    .replaceAll('\u00a0', ' ');
}
