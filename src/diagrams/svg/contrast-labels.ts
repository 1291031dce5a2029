import type { PageColour } from '../diagram.ts';
import { contrast, normaliseColour } from '../theme/colour.ts';

const SHAPES = 'rect, path, polygon, circle, ellipse';

/**
 * Gives labels on an author's own fill (`style A fill:#ffd`) an ink that is readable on it. That fill is
 * the same in both themes, so the label's colour must be too.
 *
 * To be called while elements still have Mermaid's classes.
 */
export function contrastLabels(svg: Element, ink: PageColour): void {
  for (const node of svg.querySelectorAll('.node')) {
    const shape = node.querySelector(SHAPES);
    const fill = shape?.getAttribute('fill');
    if (!fill || fill === 'none' || /^(?:var|light-dark|url)\(/.test(fill)) continue;
    for (const text of node.querySelectorAll('text, tspan')) {
      const own = text.getAttribute('fill');
      const isAuthors = own !== null && !own.startsWith('var(') && !own.startsWith('light-dark(');
      if (text.localName === 'text' && !isAuthors) text.setAttribute('fill', inkOn(fill, ink));
      else if (!isAuthors) text.removeAttribute('fill');
    }
  }
}

/** A name that is not known here is one of CSS's, most of which are light. */
function inkOn(fill: string, { light, dark }: PageColour): string {
  const colour = normaliseColour(fill)?.slice(0, 7) ?? '#ffffff';
  return contrast(colour, light) >= contrast(colour, dark) ? light : dark;
}
