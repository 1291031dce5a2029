import { createHash } from 'node:crypto';
import type { Mermaid } from 'mermaid';
import { cleanLinks, externalImages } from '../clean/clean-links.ts';
import { cleanSvg } from '../clean/clean-svg.ts';
import { DiagramError } from '../diagram-error.ts';
import type { DiagramRequest, RenderedDiagram } from '../messages.ts';
import { refuseUnsafe } from '../source/refuse-unsafe.ts';
import { createConfiguration } from '../theme/configuration.ts';
import { PALETTES, type ThemeName } from '../theme/palette.ts';
import { requireDiagramText } from './diagram-text.ts';
import { explainFailure } from './mermaid-failure.ts';
import { withSeededRandom } from './seeded-random.ts';

/** The same in every rendering: Mermaid derives ids, and some layouts their order, from it. */
const ID = 'diagram';
const FONT_SIZE = 15;

/** What drawing needs of its thread. */
export interface DrawingTools {
  mermaid: Mermaid;
  document: Document;
}

/**
 * Draws a diagram in both themes and makes one clean SVG of them. One at a time: Mermaid's configuration
 * is global.
 *
 * @throws DiagramError for faults of the source
 */
export async function drawDiagram(request: DiagramRequest, tools: DrawingTools): Promise<RenderedDiagram> {
  refuseUnsafe(request.source);
  const light = await renderTheme('light', request.source, tools);
  const text = requireDiagramText(light.svg, request);
  refuseForeignAddresses(light.svg, request.source);
  const dark = await renderTheme('dark', request.source, tools);
  const cleaned = cleanSvg(light.svg, dark.svg, request.source, {
    ...text,
    idPrefix: `d${hashOf(request)}`,
    fontSize: FONT_SIZE,
  });
  return { ...cleaned, ...text, kind: light.kind };
}

async function renderTheme(
  theme: ThemeName,
  source: string,
  { mermaid, document }: DrawingTools,
): Promise<{ svg: Element; kind: string }> {
  document.body.replaceChildren();
  mermaid.initialize(createConfiguration(PALETTES[theme]));
  try {
    const { svg, diagramType } = await withSeededRandom(() => mermaid.render(ID, source));
    const holder = document.createElement('div');
    holder.innerHTML = svg;
    const root = holder.firstElementChild;
    if (!root) throw new Error('Mermaid drew nothing.');
    return { svg: root, kind: diagramType };
  } catch (error) {
    throw explainFailure(error, source);
  }
}

function refuseForeignAddresses(svg: Element, source: string): void {
  const [link] = cleanLinks(svg);
  const [image] = externalImages(svg);
  const address = link ?? image;
  if (address === undefined) return;
  const line = source.split('\n').findIndex((text) => address !== '' && text.includes(address)) + 1;
  throw new DiagramError({
    rule: 'diagram-unsafe-link',
    line: line || undefined,
    reason: `The diagram ${link === undefined ? 'loads a picture from' : 'links to'} "${address}".`,
    remedy:
      link === undefined
        ? 'Leave the picture out: a diagram must not load anything.'
        : 'Link to "#id", "/chapter/#id", "https://…" or "mailto:…".',
  });
}

function hashOf({ source, title = '', description = '' }: DiagramRequest): string {
  return createHash('sha256').update([source, title, description].join('\0')).digest('hex').slice(0, 8);
}
