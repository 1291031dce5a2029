import { nearest } from '../../markdown/nearest.ts';
import type { Check } from '../finding.ts';

/** Finds links and references to an id that its page does not have. */
export const checkFragments: Check = ({ references }) =>
  references.flatMap(({ file, url, target }) => {
    // Browsers know #top, and take an empty fragment for it.
    if (target.kind !== 'page' || target.fragment === '' || target.fragment === 'top') return [];
    const { page, fragment } = target;
    // #:~:text=… marks words, and asks for no id.
    if (page.ids.has(fragment.replace(/:~:.*$/, '')) || fragment.startsWith(':~:')) return [];
    return [
      {
        file,
        rule: 'missing-fragment',
        reason: `${url} points to "#${fragment}", but ${page.file === file ? 'this page' : page.address} has no such id.`,
        remedy: 'Correct the fragment, or give the section that id.',
        candidates: nearest(fragment, page.ids.keys()).map((id) => `#${id}`),
      },
    ];
  });
