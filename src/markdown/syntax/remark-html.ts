import type { Html, Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { reportProblem } from '../../build/problem.ts';
import { visit } from '../../build/visit.ts';
import { nearest } from '../../build/nearest.ts';
import { balanced, cleanHtml, listUnclosed } from './html.ts';

export interface HtmlOptions {
  /** Names of the edition's components. */
  components: readonly string[];
}

/**
 * Leaves of the HTML in a chapter what may stand on a page (see html.ts); all else that begins with `<` is text.
 *
 *     10<sup>25</sup>      →   unchanged
 *     List<String>         →   the text `List<String>`
 *     <b>一段              →   the text `<b>一段`: without its end it would go on for ever
 *
 * Order: before everything that looks at text.
 */
export function remarkHtml({ components }: HtmlOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node)) return;
      const children = node.children as RootContent[];
      const pieces = children.filter((child) => child.type === 'html');
      const flow = isFlow(node as Parents);
      const values = pieces.map(({ value }) => value);
      const whole = flow ? [] : balanced(values);
      const open = flow ? listUnclosed(values) : [];
      for (const [index, piece] of pieces.entries()) {
        tellComponents(piece, components, file);
        if (whole[index] === false)
          children.splice(children.indexOf(piece), 1, {
            type: 'text',
            value: piece.value,
            position: piece.position,
          });
        else clean(piece, open, file);
      }
    });
  };
}

/** Stand blocks in it, and not words of a line? */
export function isFlow(node: Parents): boolean {
  return /^(root|blockquote|listItem|footnoteDefinition|mdxJsxFlowElement)$/.test(node.type);
}

function clean(piece: Html, open: readonly string[], file: VFile): void {
  const { html, faults } = cleanHtml(piece.value, open);
  piece.value = html;
  for (const { rule, what } of faults)
    reportProblem(file, {
      rule,
      reason:
        rule === 'html-refused'
          ? `${what} of HTML does not stand on a page of this site.`
          : `The attribute "${what}" of HTML does not stand on a page of this site.`,
      remedy:
        rule === 'html-refused'
          ? 'Write Markdown, or put it between backticks if its source is to be read.'
          : 'Delete it.',
      place: piece,
    });
}

/** A component whose name is not right, or that a block of HTML has swallowed, would be a text, or nothing. */
function tellComponents(piece: Html, components: readonly string[], file: VFile): void {
  for (const [tag, name = ''] of piece.value.matchAll(/<\/?([A-Z][A-Za-z]*)(?=[\s/>])[^>]*>/g)) {
    // Its beginning was told already.
    if (tag.startsWith('</')) continue;
    const inside = components.includes(name);
    const candidates = nearest(name, components);
    if (!inside && !candidates.length && !/=["']|\/>$/.test(tag)) continue;
    reportProblem(file, {
      rule: 'unknown-component',
      reason: inside
        ? `<${name}> stands inside of HTML, where it is not read.`
        : `The edition has no component <${name}>.`,
      remedy: inside
        ? 'Put an empty line before it.'
        : `It has ${components.join(', ')}; for the sign itself write \\<.`,
      place: piece,
      candidates: inside ? [] : candidates,
    });
  }
}
