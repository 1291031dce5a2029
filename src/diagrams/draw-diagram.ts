import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DiagramError } from './diagram-error.ts';
import type { Diagram, DiagramRequest, DiagramResult, FontFiles } from './diagram.ts';
import { createLayout, type Layout } from './layout/layout.ts';
import { Renderer } from './mermaid/renderer.ts';
import { findHead } from './source/diagram-head.ts';
import { refuseUndrawable } from './source/refuse-undrawable.ts';
import { refuseForeignAddresses } from './svg/clean-links.ts';
import { cleanSvg } from './svg/clean-svg.ts';
import { requireDiagramText } from './svg/diagram-text.ts';
import { replaceForeignObjects } from './svg/foreign-text.ts';
import { resolveStyles } from './svg/resolve-styles.ts';
import { refuseUnknownIcon } from './svg/refuse-unknown-icon.ts';
import { showTreemapValues } from './svg/treemap-values.ts';
import { uniteByPalette, uniteThemes } from './svg/unite-themes.ts';
import { ThemedColours } from './theme/themed-colours.ts';

/** Mermaid can be loaded once in a thread, so this is its thread's. */
let inThread: { renderer: Renderer; fonts: FontFiles } | undefined;

/**
 * Draws a Mermaid diagram as one inline SVG that follows the page's theme: no style sheet, no style attribute, no script,
 * nothing loaded. Equal requests give equal bytes, on every machine. Returns the diagram, or what is wrong with its source.
 *
 * To be called in a worker thread, one diagram at a time: while it draws, the globals of the thread are a browser's.
 */
export default async function drawDiagram(request: DiagramRequest): Promise<DiagramResult> {
  try {
    return { diagram: await draw(request, rendererFor(request.fonts)) };
  } catch (error) {
    if (error instanceof DiagramError) return { fault: error.fault };
    throw error;
  }
}

function rendererFor(fonts: FontFiles): Renderer {
  inThread ??= { renderer: new Renderer(fonts), fonts };
  if (!isDeepStrictEqual(inThread.fonts, fonts)) {
    inThread.renderer.layout = createLayout(fonts);
    inThread.fonts = fonts;
  }
  return inThread.renderer;
}

/** Draws in the light theme, and in the dark one where that cannot be told from the light, and unites the two. */
async function draw(request: DiagramRequest, renderer: Renderer): Promise<Diagram> {
  const { source, palette } = request;
  const { layout } = renderer;
  const colours = new ThemedColours(palette);
  refuseUndrawable(source);
  const { svg, kind } = await renderer.render(source, colours.light);
  const text = requireDiagramText(svg, kind, request);
  refuseForeignAddresses(svg, source);
  refuseUnknownIcon(svg, source);
  prepare(svg, layout);
  if (!uniteByPalette(svg, source, colours)) {
    const dark = await renderer.render(source, colours.dark);
    prepare(dark.svg, layout);
    uniteThemes(svg, dark.svg, source, colours);
  }
  const drawing = cleanSvg(svg, { ...text, idPrefix: `d${hashOf(request)}` }, colours, layout);
  if (/="[^"]*\bNaN\b/.test(drawing.svg)) throw noNumber(source);
  return { ...drawing, ...text, kind };
}

function noNumber(source: string): DiagramError {
  const { keyword, line } = findHead(source);
  return new DiagramError({
    rule: 'diagram-syntax',
    line,
    reason: `Where the "${keyword}" diagram needs a number stands something else.`,
    remedy: 'Look for a value that is no number.',
  });
}

/** What is done with the drawing of each theme before the two are one. */
function prepare(svg: Element, layout: Layout): void {
  replaceForeignObjects(svg, layout);
  showTreemapValues(svg, layout);
  resolveStyles(svg);
}

function hashOf({ source, title = '', description = '' }: DiagramRequest): string {
  return createHash('sha256').update([source, title, description].join('\0')).digest('hex').slice(0, 8);
}
