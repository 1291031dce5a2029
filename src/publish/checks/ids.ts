import { attributeOf } from '../../build/html.ts';
import { showTag } from '../pages/page.ts';
import type { PageCheck } from './check.ts';

/** Finds ids that stand twice on a page: a link leads to the first only. */
export const checkIds: PageCheck = ({ file, finder }) =>
  [...Map.groupBy(finder.all('[id]'), (element) => attributeOf(element, 'id'))]
    .filter(([, elements]) => elements.length > 1)
    .map(([id, elements]) => ({
      file,
      rule: 'id-used-twice',
      reason: `The id "${id}" stands ${elements.length} times: ${elements.map(showTag).join(', ')}.`,
      remedy: 'Give each its own id.',
    }));
