import { contrastLabels } from './contrast-labels.ts';
import { fitViewBox } from './fit-view-box.ts';
import { flattenGroups } from './flatten-groups.ts';
import { replaceForeignObjects } from './foreign-text.ts';
import { labelSvg, type SvgLabel } from './label-svg.ts';
import { removeAttributes } from './remove-attributes.ts';
import { removeUnseen } from './remove-unseen.ts';
import { renameIds } from './rename-ids.ts';
import { resolveFontSizes } from './resolve-font-sizes.ts';
import { resolvePercentages } from './resolve-percentages.ts';
import { resolveStyles } from './resolve-styles.ts';
import { resolveTextOffsets } from './resolve-text-offsets.ts';
import { shortenNumbers } from './shorten-numbers.ts';
import { tidyText } from './tidy-text.ts';
import { uniteThemes } from './unite-themes.ts';

/** Of Noto Sans SC, in em; the size of a few titles is given in `ex`. */
const X_HEIGHT = 0.543;

/** What a policy without inline styles, or the house rules, do not allow in the result. */
const FORBIDDEN = 'style, script, foreignObject, [style], image, iframe, animate, set';

/**
 * Mermaid's light and dark output as one SVG that follows the site's theme.
 *
 * @param light root of the light rendering; changed in place into the result
 * @param source of the diagram, to know the author's own colours
 * @throws Error when something forbidden is left, which is a fault here and not of the source
 */
export function cleanSvg(
  light: Element,
  dark: Element,
  source: string,
  label: SvgLabel,
): { svg: string; width: number; height: number } {
  for (const rendering of [light, dark]) {
    replaceForeignObjects(rendering);
    resolveStyles(rendering);
  }
  uniteThemes(light, dark, source);
  contrastLabels(light);
  tidyText(light);
  // Pictures inside the source's icons are decoration in a format that a policy may refuse.
  for (const image of light.querySelectorAll('image')) image.remove();
  removeUnseen(light);
  resolveFontSizes(light, label.fontSize, X_HEIGHT);
  resolvePercentages(light);
  fitViewBox(light);
  renameIds(light, label.idPrefix);
  const size = labelSvg(light, label);
  resolveTextOffsets(light, label.fontSize);
  removeAttributes(light);
  flattenGroups(light);
  shortenNumbers(light);
  const forbidden = light.querySelector(FORBIDDEN);
  if (forbidden)
    throw new Error(`The drawing still has <${forbidden.localName}>: ${forbidden.outerHTML.slice(0, 200)}`);
  return { svg: light.outerHTML.replaceAll('&nbsp;', '\u00a0'), ...size };
}
