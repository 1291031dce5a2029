import { inherited } from '../dom/closest.ts';

/** Icon fonts are not loaded, so their codes would stand there as text. */
const ICON_CODE = /\bfa[bklrs]?:fa-[\w-]+\s*/g;
const TEXT_NODE = 3;

/**
 * Mends what Mermaid does to text that is drawn as SVG: codes of icon fonts, and outlines that text
 * takes over from the shape beside it.
 */
export function tidyText(svg: Element): void {
  for (const link of svg.querySelectorAll('a')) {
    // Else the page's underline is drawn with the outline of a shape.
    for (const name of ['fill', 'stroke']) link.removeAttribute(name);
  }
  for (const element of svg.querySelectorAll('text, tspan')) {
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT_NODE) child.nodeValue = (child.nodeValue ?? '').replace(ICON_CODE, '');
    }
    // Only text that says how its outline is painted means to have one.
    if (inherited(element, 'paint-order') === null) element.setAttribute('stroke', 'none');
  }
}
