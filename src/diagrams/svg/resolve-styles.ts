import { cascade, parseStyleSheet } from '../css/style-sheet.ts';

/** Properties that SVG also takes as attributes, which a strict policy lets through. */
const ANY_ELEMENT =
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity color visibility display marker-start marker-mid marker-end clip-path mask stop-color stop-opacity'.split(
    ' ',
  );
const TEXT_ONLY =
  'font-size font-style font-weight text-anchor dominant-baseline alignment-baseline letter-spacing text-decoration paint-order'.split(
    ' ',
  );
const CARRIES_TEXT = new Set(['svg', 'g', 'a', 'text', 'tspan', 'textPath']);
const CORNERS = ['rx', 'ry'];
const NOT_STYLED = new Set(['style', 'title', 'desc']);

/**
 * Turns the diagram's own `<style>` and its style attributes into presentation attributes, by the
 * cascade, and removes both. What has no attribute of its own (cursors, filters, shadows) is dropped,
 * the font family as well: the page sets it.
 */
export function resolveStyles(svg: Element): void {
  const sheets = [...svg.querySelectorAll('style')];
  const rules = parseStyleSheet(sheets.map((sheet) => sheet.textContent).join('\n'));
  for (const sheet of sheets) sheet.remove();
  const elements = [svg, ...svg.querySelectorAll('*')].filter(
    (element) => !NOT_STYLED.has(element.localName),
  );
  // All are read before the first is changed: selectors may look at style attributes and siblings.
  const resolved = elements.map((element) => ({ element, styles: cascade(element, rules) }));
  for (const { element, styles } of resolved) {
    applyTransform(element, styles);
    for (const [property, value] of styles) {
      if (appliesTo(element, property)) setPresentation(element, property, value);
    }
    for (const name of ['style', 'font-family', 'filter', 'transform-origin']) element.removeAttribute(name);
  }
  resolveCurrentColor(svg, 'black');
}

function appliesTo(element: Element, property: string): boolean {
  if (CORNERS.includes(property)) return element.localName === 'rect';
  if (TEXT_ONLY.includes(property)) return CARRIES_TEXT.has(element.localName);
  return ANY_ELEMENT.includes(property);
}

function setPresentation(element: Element, property: string, value: string): void {
  const text = value.trim().replace(/([\d.]+)px\b/g, '$1');
  if (/^(?:inherit|initial|unset|)$/.test(text)) element.removeAttribute(property);
  else element.setAttribute(property, text);
}

/** CSS transforms have units and an origin of their own; the attribute has neither. */
function applyTransform(element: Element, styles: ReadonlyMap<string, string>): void {
  const transform = styles.get('transform');
  if (!transform || transform === 'none') return;
  const origin = styles.get('transform-origin') ?? element.getAttribute('transform-origin') ?? '0 0';
  const [x = 0, y = 0] = (origin.match(/-?[\d.]+/g) ?? []).map(Number);
  const unitless = transform.replace(/(deg|px)\b/g, '');
  element.setAttribute('transform', `translate(${x} ${y}) ${unitless} translate(${-x} ${-y})`);
}

function resolveCurrentColor(element: Element, inherited: string): void {
  const colour = element.getAttribute('color') ?? inherited;
  element.removeAttribute('color');
  for (const name of ['fill', 'stroke', 'stop-color']) {
    if (element.getAttribute(name)?.toLowerCase() === 'currentcolor') element.setAttribute(name, colour);
  }
  for (const child of element.children) resolveCurrentColor(child, colour);
}
