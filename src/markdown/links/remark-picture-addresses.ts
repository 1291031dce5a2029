import type { Root } from 'mdast';
import { decodeAddress } from '../../build/decode-address.ts';
import { visit } from '../../build/visit.ts';

/**
 * Escapes each % in the address of a picture that escapes nothing: Astro decodes these addresses, and would throw.
 *
 *     ![增长](/img/增长50%.png)   →   ![增长](/img/增长50%25.png)
 *
 * Order: behind what shows faults of the article as they are written, before Astro's own plugins.
 */
export function remarkPictureAddresses() {
  return (tree: Root): void => {
    const named = new Set<string>();
    visit(tree, 'imageReference', ({ identifier }) => void named.add(identifier));
    visit(tree, (node) => {
      if (node.type === 'image' || (node.type === 'definition' && named.has(node.identifier)))
        node.url = node.url.replace(/(?:%[\da-f]{2})+|%/gi, (run) =>
          decodeAddress(run) === run ? run.replaceAll('%', '%25') : run,
        );
    });
  };
}
