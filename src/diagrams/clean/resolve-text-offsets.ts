import { inherited } from '../dom/closest.ts';

const EM = /em\b/;

/**
 * Turns the `em` positions of text into user units, and `y` + `dy` into `y`: a line then says where it
 * stands, and does not move when a reader's style changes the size of type.
 *
 * @param rootSize font size in px that the svg itself has
 */
export function resolveTextOffsets(svg: Element, rootSize: number): void {
  for (const text of svg.querySelectorAll('text')) removeOverruled(text);
  for (const element of svg.querySelectorAll('text, tspan')) {
    for (const name of ['x', 'y', 'dx', 'dy']) {
      const value = element.getAttribute(name);
      if (value && EM.test(value))
        element.setAttribute(name, String(parseFloat(value) * fontSizeOf(element, rootSize)));
    }
    addOffset(element, 'x');
    addOffset(element, 'y');
  }
}

/** For one and the same character, the position on the inner element overrules that on the outer one. */
function removeOverruled(text: Element): void {
  const first = text.firstChild === text.firstElementChild ? text.firstElementChild : null;
  for (const name of ['x', 'y', 'dx', 'dy']) if (first?.hasAttribute(name)) text.removeAttribute(name);
}

function addOffset(element: Element, axis: 'x' | 'y'): void {
  const [start, offset] = [element.getAttribute(axis), element.getAttribute(`d${axis}`)];
  const isSingle = (text: string | null): text is string =>
    /^-?[\d.]+(?:e-?\d+)?(?:px)?$/.test(text?.trim() ?? '');
  // A text without `y` starts at 0; a tspan without one goes on where the line before it ended.
  const base = start ?? (element.localName === 'text' ? '0' : null);
  if (!isSingle(base) || !isSingle(offset)) return;
  element.setAttribute(axis, String(parseFloat(base) + parseFloat(offset)));
  element.removeAttribute(`d${axis}`);
}

function fontSizeOf(element: Element, rootSize: number): number {
  return parseFloat(inherited(element, 'font-size') ?? '') || rootSize;
}
