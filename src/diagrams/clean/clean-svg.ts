import { contrastLabels } from './contrast-labels.ts';
import { fitViewBox } from './fit-view-box.ts';
import { flattenGroups } from './flatten-groups.ts';
import { labelSvg, type SvgLabel } from './label-svg.ts';
import { removeAttributes } from './remove-attributes.ts';
import { removeUnseen } from './remove-unseen.ts';
import { renameIds } from './rename-ids.ts';
import { resolveFontSizes } from './resolve-font-sizes.ts';
import { resolvePercentages } from './resolve-percentages.ts';
import { resolveTextOffsets } from './resolve-text-offsets.ts';
import { shortenNumbers } from './shorten-numbers.ts';
import { tidyText } from './tidy-text.ts';

/** Of Noto Sans SC, in em; the size of a few titles is given in `ex`. */
const X_HEIGHT = 0.543;

/** What a policy without inline styles, or the house rules, do not allow in the result. */
const FORBIDDEN = 'style, script, foreignObject, [style], image, iframe, animate, set';

/**
 * Makes of a drawing whose colours follow the site's theme what a page takes in.
 *
 * @param drawing root of the drawing; changed in place into the result
 * @throws Error when something forbidden is left, which is a fault here and not of the source
 */
export function cleanSvg(drawing: Element, label: SvgLabel): { svg: string; width: number; height: number } {
  contrastLabels(drawing);
  tidyText(drawing);
  // Pictures inside the source's icons are decoration in a format that a policy may refuse.
  for (const image of drawing.querySelectorAll('image')) image.remove();
  removeUnseen(drawing);
  resolveFontSizes(drawing, label.fontSize, X_HEIGHT);
  resolvePercentages(drawing);
  fitViewBox(drawing);
  renameIds(drawing, label.idPrefix);
  const size = labelSvg(drawing, label);
  resolveTextOffsets(drawing, label.fontSize);
  removeAttributes(drawing);
  flattenGroups(drawing);
  shortenNumbers(drawing);
  const forbidden = drawing.querySelector(FORBIDDEN);
  if (forbidden)
    throw new Error(`The drawing still has <${forbidden.localName}>: ${forbidden.outerHTML.slice(0, 200)}`);
  return { svg: drawing.outerHTML.replaceAll('&nbsp;', '\u00a0'), ...size };
}
