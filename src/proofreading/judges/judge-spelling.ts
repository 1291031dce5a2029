import type { Problem } from '../../build/problem.ts';
import { locateWords, type Spoken } from '../reading/locate-words.ts';
import { opaque, spellingFaults } from './spelling.ts';

/** Holds the words of the editors against the house spelling (CONTRIBUTING says what it is). */
export function judgeSpelling(files: Spoken[]): Problem[] {
  return files.flatMap(({ file, source, passages }) =>
    passages.flatMap((passage) =>
      spellingFaults(passage.text).map(({ index, words, rule, reason, remedy }) => ({
        file,
        ...locateWords(source, passage, index, words.length),
        rule,
        reason: `${reason}: “${around(passage.text, index, words.length)}”.`,
        remedy,
      })),
    ),
  );
}

/** The words with a little of what stands around them. */
function around(text: string, index: number, length: number): string {
  return text
    .slice(Math.max(0, index - 8), index + length + 8)
    .replaceAll(opaque, '□')
    .replaceAll('\u00a0', ' ');
}
