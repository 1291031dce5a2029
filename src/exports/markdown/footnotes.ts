import type { Element } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { decodeAddress } from '../../build/decode-address.ts';
import { attributeOf, createFinder } from '../../build/html.ts';

/**
 * Returns the footnote that a link leads to. Its label has the chapter's name, as its id has: all chapters stand in one file,
 * with the sources, which are footnotes too.
 *
 *     <a href="#fn-maths-1" data-footnote-ref>1</a>   →   [^fn-maths-1]
 */
export function footnoteReference(link: Element): FootnoteReference {
  return { type: 'footnoteReference', ...labelOf(attributeOf(link, 'href') ?? '') };
}

/** Writes footnotes. The ways back are gone already; see rearrange.ts. */
export const footnotes: Handle = (state, section) =>
  createFinder(section)
    .all('li[id]')
    .map((note): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      ...labelOf(attributeOf(note, 'id') ?? ''),
      children: state.toFlow(state.all(note)) as FootnoteDefinition['children'],
    }));

function labelOf(id: string): { identifier: string; label: string } {
  const label = decodeAddress(id.replace(/^#/, ''));
  return { identifier: label, label };
}
