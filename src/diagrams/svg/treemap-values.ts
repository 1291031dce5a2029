import type { Layout } from '../layout/layout.ts';
import { SMALLEST_TEXT } from '../source/amend-source.ts';

/** px between a label and the edge of its cell. */
const PADDING = 4;

/** Writes behind its label a value of a treemap that Mermaid hides, as there is no room for it below. */
export function showTreemapValues(svg: Element, { fonts }: Layout): void {
  for (const value of svg.querySelectorAll<SVGElement>('.treemapLeafGroup .treemapValue')) {
    const label = value.parentElement?.querySelector<SVGElement>('.treemapLabel');
    const text = `${label?.textContent ?? ''} ${value.textContent}`;
    if (!label || value.style.display !== 'none' || label.style.display === 'none') continue;
    const room = Number(value.parentElement?.querySelector('rect')?.getAttribute('width')) - 2 * PADDING;
    const size = Math.floor(Math.min(parseFloat(label.style.fontSize), room / fonts.width(text, 400, 1)));
    if (size < SMALLEST_TEXT) continue;
    label.textContent = text;
    label.style.fontSize = `${size}px`;
    value.remove();
  }
}
