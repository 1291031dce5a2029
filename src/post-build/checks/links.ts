import { nearest } from '../../markdown/nearest.ts';
import type { Check, Finding } from '../finding.ts';
import { showTag } from '../read-page.ts';

/** Finds links to pages that do not exist, and links that reach their page by a detour. */
export const checkLinks: Check = ({ pages, references }) =>
  references.flatMap(({ file, url, loads, element, target }): Finding[] => {
    if (target.kind === 'detour')
      return [
        {
          file,
          rule: 'link-by-detour',
          reason: `${url} is not the address of the page: a host may answer with a redirect, or not at all.`,
          remedy: `Write ${target.page.address}, with a slash at the end.`,
        },
      ];
    if (loads || target.kind !== 'missing') return [];
    return [
      {
        file,
        rule: 'dead-link',
        reason: `${element ? showTag(element) : url} leads to no page or file.`,
        remedy: 'Correct the address.',
        candidates: nearest(target.path, pages.keys()),
      },
    ];
  });
