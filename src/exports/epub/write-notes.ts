import type { Element } from 'hast';
import { contract } from '../../book/html-contract.ts';
import { createFinder } from '../../build/html.ts';

/**
 * Says what notes, sources and terms are, so that a reading system can show them where they are asked for.
 *
 *     <div data-note="Note" role="note">   →   <aside epub:type="footnote" role="doc-footnote">
 *     <a id="x-ref">〔一〕   →   <a id="x-ref" epub:type="noteref" role="doc-noteref">
 */
export function writeNotes(body: Element): void {
  const types = {
    [contract.note]: 'footnote',
    [`${contract.footnotes}`]: 'endnotes',
    [`${contract.ref} a, ${contract.footnoteRef}`]: 'noteref',
    [`${contract.cite} a`]: 'biblioref',
    [contract.term]: 'glossref',
    // To the text; the table of all notes is a place to come from.
    [`${contract.back} a:first-of-type, ${contract.footnoteBack}`]: 'backlink',
  };
  const { all } = createFinder(body);
  // Reading systems show an `<aside>` where it is asked for.
  for (const note of all(contract.note)) note.tagName = 'aside';
  for (const [selector, type] of Object.entries(types))
    for (const { properties } of all(selector)) {
      properties['epub:type'] = type;
      properties['role'] = `doc-${type}`;
    }
  // A list item has no such role in ARIA.
  for (const { properties } of all(`${contract.footnotes} > ol > li`)) properties['epub:type'] = 'footnote';
  for (const back of all(contract.back))
    back.children = back.children
      .filter((child) => child.type === 'element' && child.tagName === 'a')
      .slice(0, 1);
}
