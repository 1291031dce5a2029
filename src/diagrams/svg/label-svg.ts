import { inherited } from '../dom/closest.ts';

export interface SvgLabel {
  title: string;
  description: string;
  idPrefix: string;
}

/**
 * Rewrites the attributes of the root: its size, its role, and the text that names it.
 *
 * A picture with links inside must not be `role="img"`: that hides its children from assistive
 * technology, while the keyboard still reaches them.
 */
export function labelSvg(
  svg: Element,
  label: SvgLabel,
): { width: number; height: number; smallestText: number } {
  const viewBox = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [, , width = 0, height = 0] = viewBox.map(Math.ceil);
  // SVGO's own ids are letters.
  const [titleId, descriptionId] = [`${label.idPrefix}-title`, `${label.idPrefix}-desc`];
  const attributes: Record<string, string> = {
    role: svg.querySelector('a') ? 'group' : 'img',
    'aria-labelledby': `${titleId} ${descriptionId}`,
    viewBox: viewBox.join(' '),
    width: String(width),
    height: String(height),
    'font-size': svg.getAttribute('font-size') ?? '',
    fill: svg.getAttribute('fill') ?? '',
  };
  for (const name of svg.getAttributeNames()) svg.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);

  for (const old of svg.querySelectorAll('title, desc')) old.remove();
  svg.prepend(
    createText(svg, 'title', titleId, label.title),
    createText(svg, 'desc', descriptionId, label.description),
  );
  return { width, height, smallestText: smallestText(svg) };
}

function smallestText(svg: Element): number {
  const sizes = [...svg.querySelectorAll('text, tspan')].map((element) =>
    parseFloat(inherited(element, 'font-size') ?? ''),
  );
  return Math.min(...[...sizes, parseFloat(svg.getAttribute('font-size') ?? '')].filter((size) => size > 0));
}

function createText(svg: Element, name: 'title' | 'desc', id: string, text: string): Element {
  const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('id', id);
  element.textContent = text;
  return element;
}
