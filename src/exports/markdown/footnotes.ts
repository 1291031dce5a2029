import type { Element } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { attributeOf, createFinder } from '../../build/html.ts';
import { decode } from '../../build/decode.ts';
import type { Part } from '../book.ts';

/**
 * Returns the footnote that a link leads to. Its label begins with the name of its part: all parts stand in one file, with the
 * sources, which are footnotes too.
 *
 *     <a href="#user-content-fn-1" data-footnote-ref>1</a>   →   [^maths-1]
 */
export function footnoteReference(link: Element, { name }: Part): FootnoteReference {
  return { type: 'footnoteReference', ...labelOf(attributeOf(link, 'href') ?? '', name) };
}

/** Writes the footnotes of a part. The ways back are gone already; see rearrange.ts. */
export function footnotesOf({ name }: Part): Handle {
  return (state, section) =>
    createFinder(section)
      .all('li[id]')
      .map((note): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        ...labelOf(attributeOf(note, 'id') ?? '', name),
        children: state.toFlow(state.all(note)) as FootnoteDefinition['children'],
      }));
}

function labelOf(id: string, part: string): { identifier: string; label: string } {
  const label = `${part}-${decode(id).replace(/^.*?fn-/, '')}`;
  return { identifier: label, label };
}
