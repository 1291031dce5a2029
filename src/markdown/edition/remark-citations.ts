import type { Root } from 'mdast';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { chapterName, frontmatterOf } from '../frontmatter.ts';
import { isJsx, readAttribute, writeAttribute } from '../jsx.ts';

/**
 * Gives each citation of a chapter an address, so that the list of references can lead back to it, and hands
 * the keys to the page in their order: the numbers of the references follow from it.
 *
 *     <Cite keys="jia-home yi" />   →   <Cite keys="jia-home yi" id="cite-maths-1" />
 *     frontmatter.citations         →   [{ id: 'cite-maths-1', keys: ['jia-home', 'yi'] }]
 *
 * A chart, or a table of data, cites what its rows do; only the book knows that: { id: 'fig-prices', table: 'prices' }.
 * Order: any place among the remark plugins.
 */
export function remarkCitations() {
  return (tree: Root, file: VFile): void => {
    const citations: ({ id: string; keys: string[] } | { id: string; table: string })[] = [];
    let count = 0;
    const chapter = chapterName(file.path);
    visit(tree, (node) => {
      if (!isJsx(node)) return;
      if (node.name === 'Chart' || node.name === 'Data')
        citations.push({ id: readAttribute(node, 'id') ?? '', table: readAttribute(node, 'of') ?? '' });
      if (node.name !== 'Cite') return;
      const keys = (readAttribute(node, 'keys') ?? '').split(/\s+/).filter(Boolean);
      const id = `cite-${chapter}-${++count}`;
      writeAttribute(node, 'id', id);
      citations.push({ id, keys });
    });
    frontmatterOf(file)['citations'] = citations;
  };
}
