import type { Element } from 'hast';
import { findElement, findElements } from './tree.ts';

/**
 * Leaves of what a page lets its reader try its name and what there is without it: in a book nothing can be opened.
 *
 *     <details id="lab" data-lab="…"><summary>自己量一量</summary>…   →   <div id="lab"><p><strong>自己量一量</strong></p>…
 */
export function nameLabs(body: Element): void {
  for (const lab of findElements(body, ({ properties }) => 'dataLab' in properties)) {
    lab.tagName = 'div';
    delete lab.properties['dataLab'];
    delete lab.properties['open'];
    const title = findElement(lab, ({ tagName }) => tagName === 'summary');
    if (!title) continue;
    const { children } = title;
    title.tagName = 'p';
    title.children = [{ type: 'element', tagName: 'strong', properties: {}, children }];
  }
}
