import { nearest } from '../../build/nearest.ts';
import type { ReferenceCheck } from './check.ts';

/** A link or reference to an id that its page does not have. */
export const checkFragment: ReferenceCheck = ({ file, url, target }) => {
  // Browsers know #top, and take an empty fragment for it.
  if (target.kind !== 'page' || target.fragment === '' || target.fragment === 'top') return undefined;
  const { page, fragment } = target;
  // #:~:text=… marks words, and asks for no id.
  if (page.ids.has(fragment.replace(/:~:.*$/, '')) || fragment.startsWith(':~:')) return undefined;
  return {
    file,
    rule: 'missing-fragment',
    reason: `${url} points to "#${fragment}", but ${page.file === file ? 'this page' : page.address} has no such id.`,
    remedy: 'Correct the fragment, or give the section that id.',
    candidates: nearest(fragment, page.ids.keys()).map((id) => `#${id}`),
  };
};
