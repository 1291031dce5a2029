import type { Check } from '../finding.ts';

/** Finds addresses on this host, but outside of the path that the site stands under. */
export const checkOutsideBase: Check = ({ base, references }) =>
  references.flatMap(({ file, url, target }) => {
    if (target.kind !== 'outside') return [];
    return [
      {
        file,
        rule: 'outside-base-path',
        reason: `${url} leads to ${target.path}, but the site stands under ${base}.`,
        remedy: 'Write addresses with href() from src/book/address.ts; in chapters begin them with a slash.',
      },
    ];
  });
