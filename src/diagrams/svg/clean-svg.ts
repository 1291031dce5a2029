import type { Diagram } from '../diagram.ts';
import type { Layout } from '../layout/layout.ts';
import type { ThemedColours } from '../theme/themed-colours.ts';
import { ensureContrast } from './ensure-contrast.ts';
import { fitViewBox } from './fit-view-box.ts';
import { labelSvg, type SvgLabel } from './label-svg.ts';
import { optimizeSvg } from './optimize-svg.ts';
import { resolveFontSizes } from './resolve-font-sizes.ts';
import { resolvePercentages } from './resolve-percentages.ts';
import { thinAxes } from './thin-axis.ts';
import { tidyText } from './tidy-text.ts';

/** px of most text; set on the root, where the rest inherits it. */
const FONT_SIZE = 15;
/** Of Noto Sans SC, in em; the size of a few titles is given in `ex`. */
const X_HEIGHT = 0.543;

/** What a policy without inline styles, or the house rules, do not allow in the result. */
const FORBIDDEN = 'style, script, foreignObject, [style], image, iframe, animate, set';

const SHAPES = 'rect, circle, ellipse, polygon, polyline, line';

/** Hooks for scripts and style sheets. */
const HOOK =
  /^(?:data-|on|aria-|xmlns:|xml:)|^(?:class|name|role|style|tabindex|pointer-events|cursor|overflow)$/;

/**
 * Makes of a drawing whose colours follow the page's theme what a page takes in.
 *
 * @param drawing root of the drawing, which is changed
 * @throws Error when something forbidden is left, which is a fault here and not of the source
 */
export function cleanSvg(
  drawing: Element,
  label: SvgLabel,
  colours: ThemedColours,
  layout: Layout,
): Pick<Diagram, 'svg' | 'width' | 'height' | 'smallestText'> {
  drawing.setAttribute('fill', colours.variable('text'));
  drawing.setAttribute('font-size', String(FONT_SIZE));
  tidyText(drawing);
  // Pictures inside the source's icons are decoration in a format that a policy may refuse.
  for (const image of drawing.querySelectorAll('image')) image.remove();
  resolveFontSizes(drawing, FONT_SIZE, X_HEIGHT);
  resolvePercentages(drawing);
  thinAxes(drawing, layout);
  removeUnseen(drawing);
  ensureContrast(drawing, colours, layout);
  removeHooks(drawing);
  const svg = optimizeSvg(drawing, label.idPrefix);
  fitViewBox(svg, layout);
  const size = labelSvg(svg, label);
  const forbidden = svg.querySelector(FORBIDDEN);
  if (forbidden)
    throw new Error(`The drawing still has <${forbidden.localName}>: ${forbidden.outerHTML.slice(0, 200)}`);
  return { svg: svg.outerHTML.replaceAll('&nbsp;', '\u00a0'), ...size };
}

/** Removes what SVGO leaves and a browser does not draw. Innermost first: a text of nothing but empty lines is empty. */
function removeUnseen(svg: Element): void {
  for (const element of [...svg.querySelectorAll(`text, tspan, ${SHAPES}`)].reverse())
    if (!isSeen(element)) element.remove();
}

function isSeen(element: Element): boolean {
  if (!element.matches(SHAPES)) return element.textContent.trim() !== '';
  const isPositive = (name: string): boolean => parseFloat(element.getAttribute(name) ?? '') > 0;
  if (element.localName === 'rect' && !(isPositive('width') && isPositive('height'))) return false;
  // Mermaid puts such in for measuring and clicking.
  return element.getAttribute('fill') !== 'none' || element.getAttribute('stroke') !== 'none';
}

function removeHooks(svg: Element): void {
  for (const element of [svg, ...svg.querySelectorAll('*')])
    for (const name of element.getAttributeNames())
      // A group has no place: SVGO would give it to a shape in it.
      if (HOOK.test(name) || (element.localName === 'g' && /^[xy]$/.test(name)))
        element.removeAttribute(name);
}
