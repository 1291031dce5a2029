import { nearest } from '../../build/nearest.ts';
import type { ReferenceCheck } from './check.ts';

/** An image, font, script or style sheet that a page or style sheet loads and that does not exist. */
export const checkLoadedFile: ReferenceCheck = ({ file, url, loads, tag, target }, { base, files }) => {
  if (!loads || target.kind !== 'missing') return undefined;
  return {
    file,
    rule: 'missing-file',
    reason: `${tag ?? 'The style sheet'} loads ${url}, which does not exist.`,
    remedy: 'Put the file into public/, import it, or correct its name.',
    candidates: nearest(
      target.path,
      [...files].map((name) => base + name),
    ),
  };
};
