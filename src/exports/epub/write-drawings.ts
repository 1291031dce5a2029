import type { Element } from 'hast';
import { createFinder } from '../../build/html.ts';

/**
 * Makes drawings what every reading system can paint: their colours, which the site takes from custom
 * properties, become classes that the style sheet of the book paints; see style-sheet.ts.
 *
 *     <path stroke="var(--line2)">   →   <path class="stroke-line2">
 *
 * @returns these classes
 */
export function writeDrawings(body: Element): string[] {
  const painted = new Set<string>();
  const { all } = createFinder(body);
  // For links, which reading systems know by their old name only; see rewrite-links.ts.
  for (const { properties } of all('svg')) properties['xmlnsXLink'] = 'http://www.w3.org/1999/xlink';
  for (const { properties } of all('svg, svg *'))
    for (const name of ['fill', 'stroke'] as const) {
      const [, colour] = /^var\(--(\w+)\)$/.exec(String(properties[name] ?? '')) ?? [];
      if (!colour) continue;
      properties[name] = undefined;
      const names = properties['className'];
      properties['className'] = [...(Array.isArray(names) ? names : []), `${name}-${colour}`];
      painted.add(`${name}-${colour}`);
    }
  return [...painted];
}
