import { nearest } from '../../build/nearest.ts';
import type { ReferenceCheck } from './check.ts';

/** A link to a page that does not exist, or one that reaches its page by a detour. */
export const checkLink: ReferenceCheck = ({ file, url, loads, tag, target }, { pages }) => {
  if (target.kind === 'detour')
    return {
      file,
      rule: 'link-by-detour',
      reason: `${url} is not the address of the page: a host may answer with a redirect, or not at all.`,
      remedy: `Write ${target.page.address}, with a slash at the end.`,
    };
  if (loads || target.kind !== 'missing') return undefined;
  return {
    file,
    rule: 'dead-link',
    reason: `${tag ?? url} leads to no page or file.`,
    remedy: 'Correct the address.',
    candidates: nearest(target.path, pages.keys()),
  };
};
