import type { Root } from 'hast';
import { visit } from '../../build/visit.ts';

export interface BasePathOptions {
  /** Path that the site stands under, with a slash at both ends: `/` or `/a/b/`. */
  base: string;
}

/**
 * Puts root-relative links and images under the path that the site is deployed to.
 *
 *     [第四章](/maths/)   with base /a/b/   →   <a href="/a/b/maths/">
 *
 * Order: last, behind all that writes links and all that reads them as the author wrote them.
 */
export function rehypeBasePath({ base }: BasePathOptions) {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      for (const name of ['href', 'src', 'xLinkHref']) {
        const value = node.properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value))
          node.properties[name] = base + value.slice(1);
      }
    });
  };
}
