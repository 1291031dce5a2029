import type { Root } from 'hast';
import type { VFile } from 'vfile';
import './remark-hide-source.ts';

/**
 * Gives back what remark-hide-source has hidden: the chapter's source, and to the tree its extent.
 *
 * Order: first of the rehype plugins, since some read the source.
 */
export function rehypeShowSource() {
  return (tree: Root, file: VFile): void => {
    const { hidden } = file.data;
    if (!hidden) return;
    file.value = hidden.value;
    if (hidden.position) tree.position = hidden.position;
    delete file.data.hidden;
  };
}
