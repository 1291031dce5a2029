import { closest } from '../dom/closest.ts';

const HORIZONTAL = ['x', 'dx', 'cx', 'x1', 'x2', 'width'];
const VERTICAL = ['y', 'dy', 'cy', 'y1', 'y2', 'height'];
const RELATIVE_TO_SHAPES = new Set(
  'linearGradient radialGradient pattern mask filter clipPath marker'.split(' '),
);

/** Turns percentages of the drawing's size into user units, so that its view box can be changed. */
export function resolvePercentages(svg: Element): void {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  for (const element of svg.querySelectorAll('*')) {
    const relative = element.getAttributeNames().filter((name) => element.getAttribute(name)?.includes('%'));
    if (!relative.length || closest(element, ({ localName }) => RELATIVE_TO_SHAPES.has(localName))) continue;
    for (const name of relative) {
      if (HORIZONTAL.includes(name)) resolve(element, name, width);
      if (VERTICAL.includes(name)) resolve(element, name, height);
    }
  }
}

function resolve(element: Element, name: string, size: number): void {
  const match = /^\s*(-?[\d.]+)%\s*$/.exec(element.getAttribute(name) ?? '');
  if (!match) return;
  element.setAttribute(name, String((Number(match[1]) / 100) * size));
}
