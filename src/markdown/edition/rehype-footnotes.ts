import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { chapterName } from '../frontmatter.ts';
import { visit } from '../../build/visit.ts';

/**
 * Gives the ids of footnotes the chapter's name, since chapters are joined, and marks as the editors' what remark-rehype adds
 * to the article's footnotes: their title, and the ways back to the text.
 *
 *     <li id="user-content-fn-1">   →   <li id="fn-maths-1">
 *
 * Order: before what lists anchors and links.
 */
export function rehypeFootnotes() {
  return (tree: Root, file: VFile): void => {
    const chapter = chapterName(file.path);
    const rename = (value: unknown) =>
      typeof value === 'string'
        ? value
            .replace(/^(#?)user-content-(fn(?:ref)?)-/, `$1$2-${chapter}-`)
            .replace(/^footnote-label$/, `footnotes-${chapter}`)
        : value;
    visit(tree, 'element', (node) => {
      for (const name of ['id', 'href']) {
        const value = rename(node.properties[name]);
        if (value !== node.properties[name]) node.properties[name] = value as string;
      }
      if ('dataFootnoteRef' in node.properties) node.properties['ariaDescribedBy'] = [`footnotes-${chapter}`];
      if ('dataFootnoteBackref' in node.properties) markEditorial(node);
      if ('dataFootnotes' in node.properties) {
        node.properties['ariaLabelledBy'] = [`footnotes-${chapter}`];
        // No section of the article's: it is in no list of contents.
        const [label] = node.children.filter(
          (child) => child.type === 'element' && child.tagName === 'h2',
        ) as Element[];
        if (label) {
          label.tagName = 'p';
          label.properties = { id: `footnotes-${chapter}`, className: ['footnotes-label'] };
          markEditorial(label);
        }
      }
    });
  };
}

function markEditorial(node: Element): void {
  node.properties['dataLayer'] = 'editorial';
}
