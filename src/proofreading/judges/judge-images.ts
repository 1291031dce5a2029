import { posix } from 'node:path';
import { decodeAddress } from '../../build/decode-address.ts';
import { nearest } from '../../build/nearest.ts';
import { at, type Problem } from '../../build/problem.ts';
import type { ProofChapter } from '../reading/read-chapter.ts';

/**
 * Finds pictures that do not exist, are elsewhere, or that a screen reader could not tell.
 *
 * @param files paths of all files below `content/` and `public/`, from the project's folder
 */
export function judgeImages(chapters: ProofChapter[], files: ReadonlySet<string>): Problem[] {
  return chapters.flatMap(({ file, inventory }) =>
    (inventory?.images ?? []).flatMap(({ value: { src, alt }, point }) => {
      const problems: Problem[] = [];
      if (!alt?.trim()) {
        problems.push({
          file,
          ...at(point),
          rule: 'image-without-description',
          reason: `The picture "${src}" has no description.`,
          remedy: 'Say between the brackets what is to be seen: ![2024 年价格走势](…).',
        });
      }
      if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src)) {
        problems.push({
          file,
          ...at(point),
          rule: 'image-remote',
          reason: `The picture "${src}" is not in this project.`,
          remedy:
            'Put the file into public/ and write ![…](/name.png): readers must not be known to, or wait for, another host.',
        });
        return problems;
      }
      const named = decodeAddress(src.replace(/[?#].*/s, ''));
      const path = named.startsWith('/') ? `public${named}` : posix.join(posix.dirname(file), named);
      if (!files.has(path)) {
        problems.push({
          file,
          ...at(point),
          rule: 'image-missing',
          reason: `There is no picture "${path}".`,
          remedy: 'Put the file there, or correct its name; /x.png stands for public/x.png.',
          candidates: nearest(path, files),
        });
      }
      return problems;
    }),
  );
}
