import type { Element } from 'hast';
import { visit } from '../../build/visit.ts';
import { nameLabs } from './name-labs.ts';
import { hasClass, replaceElements } from './tree.ts';

/** What a page has to be used on a screen, and no other form of the book needs. */
const classes = ['readings', 'ornament', 'neighbours', 'copy', 'unseen'];
const names = new Set(['script', 'button', 'template', 'wbr']);

/** Takes out of an element what only a page needs: switches, scripts, hints where a line may not break. */
export function dropInterface(element: Element): void {
  replaceElements(element, (inner) =>
    names.has(inner.tagName) || classes.some((name) => hasClass(inner, name)) ? [] : undefined,
  );
  nameLabs(element);
  visit(element, 'text', (text) => {
    text.value = text.value.replace(/[\u200b\u2060]/g, '');
  });
}
