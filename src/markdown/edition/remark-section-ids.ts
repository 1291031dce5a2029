import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { readSectionId } from './section-id.ts';

/**
 * Reads the section ids that are written in the source, so that an address outlives a change of title.
 *
 *     ## 2.1 数据收集 {/* #data-collection *\/}   →   <h2 id="data-collection">2.1 数据收集</h2>
 *
 * A section (h2, h3) without an id is a problem, and so is an h1: the page's title stands in the
 * frontmatter. Order: before everything that reads ids or titles (annotations, section numbers, contents).
 */
export function remarkSectionIds() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (node) => {
      const id = takeId(node, file);
      if (node.depth === 1) {
        reportProblem(file, {
          rule: 'title-in-body',
          reason: `"# ${toString(node)}" is a page title, and a page has one already.`,
          remedy: 'The title stands in the frontmatter; begin sections with ## or ###.',
          place: node,
        });
      } else if (id) {
        node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
      } else if (id === undefined && node.depth <= 3 && !node.data?.hProperties?.['id']) {
        reportProblem(file, {
          rule: 'section-without-id',
          reason: `The section "${toString(node)}" has no id, so nobody can link to it.`,
          remedy: `Add a short ASCII id at the end of the line: ${'#'.repeat(node.depth)} ${toString(node)} {/* #short-id */}`,
          place: node,
        });
      }
    });
  };
}

/** Removes the id comment. Gives the id, '' when it was malformed (and reported), undefined when absent. */
function takeId(node: Heading, file: VFile): string | undefined {
  const found = readSectionId(node);
  const last = node.children.at(-1);
  if (!found || last?.type !== 'text') return undefined;
  const end = last.position?.end;
  last.value = last.value.slice(0, -found.length).trimEnd();
  if (!last.value) node.children.pop();
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(found.id) && found.id.length <= 40) return found.id;
  reportProblem(file, {
    rule: 'section-id-malformed',
    reason: `"#${found.id}" is not a section id.`,
    remedy:
      'An id is at most 40 lower-case ASCII letters, digits and single hyphens, and begins with a letter.',
    place: end && { line: end.line, column: end.column - found.length + 1 },
  });
  return '';
}
