import type { Element, Root } from 'hast';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { isJsx, readAttribute } from '../jsx.ts';
import { reportProblem } from '../../build/problem.ts';

/**
 * Marks the lines of a listing that a note speaks of.
 *
 *     <Listing … mark="3 17-18">   →   lines 3, 17 and 18 have the class `marked`
 *
 * Order: after rehype-listings, which makes lines elements.
 */
export function rehypeMarkedLines() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      const marked = isJsx(node) && node.name === 'Listing' ? readAttribute(node, 'mark') : undefined;
      if (!marked) return;
      const lines: Element[] = [];
      visit(node as unknown as Root, 'element', (element) => {
        if (hasClass(element, 'line')) lines.push(element);
      });
      for (const range of marked.trim().split(/\s+/)) {
        const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
        const chosen = lines.slice(Number(from) - 1, Number(to));
        if (
          from === undefined ||
          Number(from) < 1 ||
          Number(to) < Number(from) ||
          Number(to) > lines.length
        ) {
          reportProblem(file, {
            rule: 'listing-without-that-line',
            reason: `mark="${marked}" names "${range}", but the listing has the lines 1 to ${lines.length}.`,
            remedy: 'Write line numbers and ranges with spaces between: mark="3 17-18".',
            place: node,
          });
          continue;
        }
        for (const line of chosen) line.properties['className'] = ['line', 'marked'];
      }
    });
  };
}

function hasClass(node: Element, name: string): boolean {
  return Array.isArray(node.properties['className']) && node.properties['className'].includes(name);
}
