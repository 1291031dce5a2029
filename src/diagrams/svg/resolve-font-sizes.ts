import { toPixels } from '../css/length.ts';
import { SMALLEST_TEXT } from '../source/amend-source.ts';

/**
 * Writes every font size in px, and none below the smallest that is read with ease.
 *
 * @param xHeight of the font, in em
 */
export function resolveFontSizes(element: Element, inherited: number, xHeight: number): void {
  const written = element.getAttribute('font-size');
  const size =
    written === null ? inherited : (toPixels(written, { fontSize: inherited, xHeight }) ?? inherited);
  if (written !== null) element.setAttribute('font-size', String(Math.max(SMALLEST_TEXT, size)));
  for (const child of element.children) resolveFontSizes(child, size, xHeight);
}
