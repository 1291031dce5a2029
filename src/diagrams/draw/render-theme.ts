import type { Mermaid } from 'mermaid';
import { replaceForeignObjects } from '../clean/foreign-text.ts';
import { resolveStyles } from '../clean/resolve-styles.ts';
import { createConfiguration } from '../theme/configuration.ts';
import { PALETTES, type ThemeName } from '../theme/palette.ts';
import { explainFailure } from './mermaid-failure.ts';
import { withSeededRandom } from './seeded-random.ts';

/** The same in every rendering: Mermaid derives ids, and some layouts their order, from it. */
const ID = 'diagram';

/** What drawing needs of its thread, the same object for all diagrams. */
export interface DrawingTools {
  mermaid: Mermaid;
  document: Document;
  /** What Mermaid was last configured for: to do it anew takes a tenth of a diagram's time. */
  theme?: ThemeName | undefined;
}

/**
 * Lets Mermaid draw in one theme.
 *
 * @throws DiagramError for faults of the source
 */
export async function renderTheme(
  theme: ThemeName,
  source: string,
  tools: DrawingTools,
): Promise<{ svg: Element; kind: string }> {
  const { mermaid, document } = tools;
  document.body.replaceChildren();
  if (tools.theme !== theme) mermaid.initialize(createConfiguration(PALETTES[theme]));
  tools.theme = theme;
  try {
    const { svg, diagramType } = await withSeededRandom(() => mermaid.render(ID, source));
    const holder = document.createElement('div');
    holder.innerHTML = svg;
    const root = holder.firstElementChild;
    if (!root) throw new Error('Mermaid drew nothing.');
    return { svg: root, kind: diagramType };
  } catch (error) {
    tools.theme = undefined;
    throw explainFailure(error, source);
  }
}

export /** Makes of a rendering's labels text of SVG's own, and of all that its style sheets say attributes. */
function settleStyles(svg: Element): void {
  replaceForeignObjects(svg);
  resolveStyles(svg);
}
