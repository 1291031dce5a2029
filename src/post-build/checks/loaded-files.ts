import { nearest } from '../../markdown/nearest.ts';
import type { Check } from '../finding.ts';
import { showTag } from '../read-page.ts';

/** Finds images, fonts, scripts and style sheets that a page or style sheet loads and that do not exist. */
export const checkLoadedFiles: Check = ({ base, files, references }) =>
  references.flatMap(({ file, url, loads, element, target }) => {
    if (!loads || target.kind !== 'missing') return [];
    return [
      {
        file,
        rule: 'missing-file',
        reason: `${element ? showTag(element) : 'The style sheet'} loads ${url}, which does not exist.`,
        remedy: 'Put the file into public/, import it, or correct its name.',
        candidates: nearest(
          target.path,
          [...files].map((name) => base + name),
        ),
      },
    ];
  });
