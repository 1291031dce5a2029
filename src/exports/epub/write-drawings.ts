import type { Element } from 'hast';
import { findElements } from '../book/tree.ts';

/**
 * Makes drawings what every reading system can paint: their colours, which the site takes from custom
 * properties, become classes that the style sheet of the book paints; see paintRules().
 *
 *     <path stroke="var(--line2)">   →   <path class="stroke-line2">
 */
export function writeDrawings(body: Element): void {
  for (const drawing of findElements(body, ({ tagName }) => tagName === 'svg')) {
    drawing.properties['xmlns'] = 'http://www.w3.org/2000/svg';
    drawing.properties['xmlnsXLink'] = 'http://www.w3.org/1999/xlink';
    for (const element of findElements(drawing, () => true)) paintByClass(element);
  }
}

function paintByClass({ properties }: Element): void {
  for (const name of ['fill', 'stroke'] as const) {
    const [, colour] = /^var\(--(\w+)\)$/.exec(String(properties[name] ?? '')) ?? [];
    if (!colour) continue;
    properties[name] = undefined;
    const names = properties['className'];
    properties['className'] = [...(Array.isArray(names) ? names : []), `${name}-${colour}`];
  }
}
