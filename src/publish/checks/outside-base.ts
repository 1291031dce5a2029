import type { ReferenceCheck } from './check.ts';

/** An address on this host, but outside of the path that the site stands under. */
export const checkOutsideBase: ReferenceCheck = ({ file, url, target }, { base }) => {
  if (target.kind !== 'outside') return undefined;
  return {
    file,
    rule: 'outside-base-path',
    reason: `${url} leads to ${target.path}, but the site stands under ${base}.`,
    remedy: 'Write addresses with href() from src/book/address.ts; in chapters begin them with a slash.',
  };
};
