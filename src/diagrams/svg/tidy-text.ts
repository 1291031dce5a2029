import { inherited } from '../dom/closest.ts';

/** Takes away the outlines that text drawn as SVG gets from the shape beside it. */
export function tidyText(svg: Element): void {
  for (const link of svg.querySelectorAll('a')) {
    // Else the page's underline is drawn with the outline of a shape.
    for (const name of ['fill', 'stroke']) link.removeAttribute(name);
  }
  for (const element of svg.querySelectorAll('text, tspan')) {
    // Only text that says how its outline is painted means to have one.
    if (inherited(element, 'paint-order') === null) element.setAttribute('stroke', 'none');
  }
}
