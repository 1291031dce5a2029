import { createHash } from 'node:crypto';
import { cleanLinks, externalImages } from '../clean/clean-links.ts';
import { cleanSvg } from '../clean/clean-svg.ts';
import { uniteByPalette, uniteThemes } from '../clean/unite-themes.ts';
import { DiagramError } from '../diagram-error.ts';
import type { DiagramRequest, RenderedDiagram } from '../messages.ts';
import { refuseUnsafe } from '../source/refuse-unsafe.ts';
import { requireDiagramText } from './diagram-text.ts';
import { renderTheme, settleStyles, type DrawingTools } from './render-theme.ts';

const FONT_SIZE = 15;

/**
 * Draws a diagram in the light theme, and in the dark one where that cannot be told from the light, and makes one
 * clean SVG of them. One at a time: Mermaid's configuration is global.
 *
 * @throws DiagramError for faults of the source
 */
export async function drawDiagram(request: DiagramRequest, tools: DrawingTools): Promise<RenderedDiagram> {
  refuseUnsafe(request.source);
  const light = await renderTheme('light', request.source, tools);
  const text = requireDiagramText(light.svg, request);
  refuseForeignAddresses(light.svg, request.source);
  settleStyles(light.svg);
  if (!uniteByPalette(light.svg, request.source)) {
    const dark = await renderTheme('dark', request.source, tools);
    settleStyles(dark.svg);
    uniteThemes(light.svg, dark.svg, request.source);
  }
  const cleaned = cleanSvg(light.svg, {
    ...text,
    idPrefix: `d${hashOf(request)}`,
    fontSize: FONT_SIZE,
  });
  return { ...cleaned, ...text, kind: light.kind };
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
