import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';
import { frontmatterOf } from '../frontmatter.ts';

/**
 * Takes the article's heading out of a chapter that is one section of the article: the page shows it above the text, as its
 * title. Headings of the chapter stand as deep as in the article, and rise with it.
 *
 *     section: 2, title: 核心概念   ## 2. 核心概念   →   (nothing)
 *                                  ### 2.1 数据    →   ## 2.1 数据
 *
 * Order: before all that reads headings.
 */
export function remarkChapterTitle() {
  return (tree: Root, file: VFile): void => {
    const { section, title } = frontmatterOf(file);
    if (section === undefined) return;
    const index = tree.children.findIndex(({ type }) => type === 'heading');
    const heading = tree.children[index] as Heading | undefined;
    const wanted = `${String(section)}. ${String(title)}`;
    if (!heading || !toString(heading).endsWith(String(title))) {
      reportProblem(file, {
        rule: 'section-title-differs',
        reason: heading
          ? `The first heading is "${toString(heading)}", but the frontmatter says that this chapter is "${wanted}".`
          : `The frontmatter says that this chapter is section ${String(section)} of the article, but its heading is missing.`,
        remedy:
          'Begin the text with the heading of that section, as it stands in the article, and give its words as title.',
        place: heading ?? { line: 1, column: 1 },
      });
      return;
    }
    tree.children.splice(index, 1);
    const rise = heading.depth - 1;
    visit(tree, 'heading', (node) => {
      node.depth = Math.max(2, node.depth - rise) as Heading['depth'];
    });
  };
}
