import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { nameLabs } from './name-labs.ts';
import { copyTree, hasClass, replaceElements } from './tree.ts';

/** What a page has to be used on a screen, and no other form of the book needs. */
const classes = ['readings', 'ornament', 'neighbours', 'copy', 'unseen'];
const names = new Set(['script', 'button', 'template', 'wbr']);

/** A copy of an element without what only a page needs: switches, scripts, hints where a line may not break. */
export function withoutInterface(element: Element): Element {
  const copy = copyTree(element);
  replaceElements(copy, (inner) =>
    names.has(inner.tagName) || classes.some((name) => hasClass(inner, name)) ? [] : undefined,
  );
  nameLabs(copy);
  visit(copy, 'text', (text) => {
    text.value = text.value.replace(/[\u200b\u2060]/g, '');
  });
  return copy;
}
