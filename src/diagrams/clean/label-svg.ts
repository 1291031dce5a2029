import { inherited } from '../dom/closest.ts';

/** The smallest text of a diagram on any screen, in px (reading brief: never under 12 px rendered). */
const SMALLEST_TEXT = 12;
/** Text column of a phone and of the full page, px at a root size of 16. */
const PHONE_COLUMN = 336;
const FULL_COLUMN = 648;

export interface SvgLabel {
  title: string;
  description: string;
  idPrefix: string;
  /** px of most text; set on the root, where the rest inherits it. */
  fontSize: number;
}

/**
 * Rewrites the attributes of the root: its size, its role, and the text that names it.
 *
 * A picture with links inside must not be `role="img"`: that hides its children from assistive
 * technology, while the keyboard still reaches them.
 */
export function labelSvg(svg: Element, label: SvgLabel): { width: number; height: number } {
  const [x = 0, y = 0, wide = 0, high = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const width = Math.ceil(wide);
  const height = Math.ceil(high);
  const class_ = fitClass(width, smallestText(svg, label.fontSize));
  for (const { name } of [...svg.attributes]) if (name !== 'fill') svg.removeAttribute(name);
  const [titleId, descriptionId] = [`${label.idPrefix}-t`, `${label.idPrefix}-d`];
  const attributes: Record<string, string | undefined> = {
    class: class_,
    role: svg.querySelector('a') ? 'group' : 'img',
    'aria-labelledby': `${titleId} ${descriptionId}`,
    viewBox: [x, y, wide, high].join(' '),
    width: String(width),
    height: String(height),
    'font-size': String(label.fontSize),
    fill: 'var(--ink)',
  };
  for (const [name, value] of Object.entries(attributes)) if (value) svg.setAttribute(name, value);

  for (const old of svg.querySelectorAll('title, desc')) old.remove();
  svg.prepend(
    createText(svg, 'title', titleId, label.title),
    createText(svg, 'desc', descriptionId, label.description),
  );
  return { width, height };
}

/**
 * Which of the site's two columns a diagram may be shrunk to with its text still legible. One that fits
 * neither way keeps its size and is scrolled. (A class, because a policy forbids a style attribute.)
 */
export function fitClass(width: number, smallest: number): string | undefined {
  const shrinksTo = (column: number): boolean =>
    width > column && (width * SMALLEST_TEXT) / smallest <= column;
  if (shrinksTo(PHONE_COLUMN)) return 'fits-phone';
  return shrinksTo(FULL_COLUMN) ? 'fits-column' : undefined;
}

function smallestText(svg: Element, rootSize: number): number {
  const sizes = [...svg.querySelectorAll('text, tspan')].map((element) =>
    parseFloat(inherited(element, 'font-size') ?? String(rootSize)),
  );
  return Math.min(rootSize, ...sizes.filter((size) => size > 0));
}

function createText(svg: Element, name: 'title' | 'desc', id: string, text: string): Element {
  const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('id', id);
  // The words are the editors', never the article's.
  element.setAttribute('data-layer', 'editorial');
  element.textContent = text;
  return element;
}
