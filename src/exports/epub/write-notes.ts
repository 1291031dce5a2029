import type { Element } from 'hast';
import { findElement, findElements, hasClass, replaceElements } from '../book/tree.ts';

/**
 * Says what notes, sources and terms are, so that a reading system can show them where they are asked for.
 *
 *     <aside class="note">   →   <aside class="note" epub:type="footnote" role="doc-footnote">
 *     <a id="x-ref">〔一〕   →   <a id="x-ref" epub:type="noteref" role="doc-noteref">
 */
export function writeNotes(body: Element): void {
  for (const note of findElements(body, (element) => hasClass(element, 'note'))) say(note, 'footnote');
  for (const reference of findElements(body, (element) => hasClass(element, 'ref')))
    for (const link of findElements(reference, isLink)) say(link, 'noteref');
  for (const citation of findElements(body, (element) => hasClass(element, 'cite')))
    for (const link of findElements(citation, isLink)) say(link, 'biblioref');
  for (const link of findElements(body, (element) => hasClass(element, 'term'))) say(link, 'glossref');
  for (const back of findElements(body, (element) => hasClass(element, 'back'))) {
    // To the text; the table of all notes is a place to come from.
    const link = findElement(back, isLink);
    if (link) say(link, 'backlink');
    back.children = link ? [link] : [];
  }
}

/** Opens what the site folds: evidence of notes, questions, numbers behind a chart. */
export function unfold(body: Element): void {
  replaceElements(body, (element) => {
    if (element.tagName !== 'summary') return undefined;
    const title = findElement(element, ({ tagName }) => /^h[1-6]$/.test(tagName));
    return title ? [title] : [];
  });
  for (const details of findElements(body, ({ tagName }) => tagName === 'details')) {
    details.tagName = 'div';
    delete details.properties['open'];
  }
}

function isLink({ tagName }: Element): boolean {
  return tagName === 'a';
}

function say(element: Element, what: string): void {
  element.properties['epub:type'] = what;
  element.properties['role'] = `doc-${what}`;
}
