import type { Element, ElementData, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Point } from 'unist';
import { visit } from '../../build/visit.ts';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import type { Diagram, DiagramFault } from '../../diagrams/diagram.ts';
import { parsePart } from '../../build/html.ts';
import { isJsx, readAttribute } from '../jsx.ts';
import { LimitError } from '../../build/pool.ts';
import { reportProblem } from '../../build/problem.ts';
import { readDiagramLook } from './diagram-look.ts';
import { drawCached } from './draw-cached.ts';

export interface DiagramOptions {
  /** Folder of the caches; `<project>/.cache` if not given. */
  cacheRoot?: string;
  /**
   * Path that the site stands under, put before root-relative links inside diagrams. Leave it out where
   * rehype-base-path comes after: that one does it for all links.
   */
  base?: string;
}

declare module 'hast' {
  interface ElementData {
    /** On the element that a Mermaid fence was replaced by: the fence's text, as written. */
    diagram?: { source: string };
  }
}

interface Fence {
  pre: Element;
  source: string;
  title?: string | undefined;
  description?: string | undefined;
  /** Whether it is the article's, and has no words. */
  isDescribed: boolean;
}

/** The narrowest text column (a screen of 280 px): what is no wider never scrolls. */
const NARROWEST = 240;
/** The smallest text of a diagram on any screen, in px (reading brief: never under 12 px rendered). */
const SMALLEST_TEXT = 12;
/** Text column of a phone and of the full page, px at a root size of 16. */
const PHONE_COLUMN = 336;
const FULL_COLUMN = 648;

/**
 * Draws Mermaid fences as inline SVG.
 *
 *     ```mermaid          <div class="diagram" data-mermaid="graph TD…" role="group" tabindex="0" aria-labelledby="…">
 *     graph TD       →      <svg class="fits-phone" role="img" …><title>…</title><desc>…</desc>…</svg>
 *     A --> B             </div>
 *     ```
 *
 * Inside a `<Figure title="…" description="…">` these name the picture; elsewhere the source needs
 * `accTitle` and `accDescr`; where remark-sic says that the article has none, it is described by what is in it. A faulty diagram is a problem at its line, and its fence stays.
 *
 * Order: where code is coloured, mermaid must be left out (Shiki would take the fence first); before
 * rehype-base-path and whatever else looks at links.
 */
export function rehypeDiagrams({ cacheRoot, base = '/' }: DiagramOptions = {}) {
  const look = readDiagramLook();
  return async (tree: Root, file: VFile): Promise<void> => {
    await Promise.all(
      findFences(tree).map(async (fence) => {
        try {
          const { source, title, description, isDescribed } = fence;
          const request = { source, title, description, isDescribed, ...look };
          const result = await drawCached(request, cacheRoot);
          if ('fault' in result) reportFault(file, fence, result.fault);
          else replaceFence(fence, result.diagram, base);
        } catch (error) {
          reportFailure(file, fence, error);
        }
      }),
    );
  };
}

function findFences(tree: Root): Fence[] {
  const fences: Fence[] = [];
  visitParents(tree, 'element', (pre, ancestors) => {
    const code = pre.children[0];
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
    const names = code.properties['className'];
    if (!Array.isArray(names) || !names.includes('language-mermaid')) return;
    const figure = ancestors.findLast((ancestor) => isJsx(ancestor) && ancestor.name === 'Figure');
    const read = (name: string): string | undefined =>
      figure && isJsx(figure) ? readAttribute(figure, name) : undefined;
    fences.push({
      pre,
      source: toString(code).replace(/\n$/, ''),
      title: read('title'),
      description: read('description'),
      isDescribed: code.properties['dataDescription'] !== undefined,
    });
  });
  return fences;
}

function replaceFence({ pre, source }: Fence, diagram: Diagram, base: string): void {
  const svg = parseSvg(diagram.svg);
  if (base !== '/') prefixLinks(svg, base);
  fitToColumns(svg, diagram);
  labelAsEditorial(svg);
  pre.tagName = 'div';
  pre.properties = {
    className: ['diagram'],
    // For whoever takes the text away; the build takes it out of the pages again (see publish/pages/process-page.ts).
    dataMermaid: source,
    // Keyboards reach the parts of a wide drawing by scrolling its box, which must then have a name.
    ...(diagram.width > NARROWEST
      ? { role: 'group', tabIndex: 0, ariaLabelledBy: svg.properties['ariaLabelledBy'] }
      : {}),
  };
  pre.children = [svg];
  // Other packages declare fields there that only their own nodes have.
  pre.data = { ...pre.data, diagram: { source } } as ElementData;
}

function parseSvg(text: string): Element {
  const [svg] = parsePart(text).children;
  if (svg?.type !== 'element') throw new Error('The drawing is no element.');
  return svg;
}

function prefixLinks(svg: Element, base: string): void {
  visit(svg, 'element', (node) => {
    const address = node.properties['href'];
    if (node.tagName === 'a' && typeof address === 'string' && /^\/(?!\/)/.test(address)) {
      node.properties['href'] = base.replace(/\/$/, '') + address;
    }
  });
}

/** Returns a class for a diagram that is wider than a column, and may be scaled down to it with its text still legible. */
export function fitClass({
  width,
  smallestText,
}: Pick<Diagram, 'width' | 'smallestText'>): string | undefined {
  const shrinksTo = (column: number): boolean =>
    width > column && (width * SMALLEST_TEXT) / smallestText <= column;
  if (shrinksTo(PHONE_COLUMN)) return 'fits-phone';
  return shrinksTo(FULL_COLUMN) ? 'fits-column' : undefined;
}

/** One that fits neither way keeps its size and is scrolled. (A class, because a policy forbids a style attribute.) */
function fitToColumns(svg: Element, diagram: Diagram): void {
  const name = fitClass(diagram);
  if (name) svg.properties = { className: [name], ...svg.properties };
}

/** The words that name the picture are the editors', never the article's. */
function labelAsEditorial(svg: Element): void {
  for (const child of svg.children)
    if (child.type === 'element' && /^(?:title|desc)$/.test(child.tagName))
      child.properties['dataLayer'] = 'editorial';
}

function reportFault(file: VFile, fence: Fence, fault: DiagramFault): void {
  const { rule, reason, remedy, candidates } = fault;
  reportProblem(file, { rule, reason, remedy, candidates, place: placeInFile(file, fence, fault) });
}

function reportFailure(file: VFile, fence: Fence, error: unknown): void {
  if (error instanceof LimitError) {
    reportProblem(file, {
      rule: 'diagram-timeout',
      reason: `The diagram was not drawn: ${error.message}`,
      remedy: 'Make it smaller, or look for a loop in it that Mermaid cannot lay out.',
      place: placeInFile(file, fence, { line: 1 }),
    });
    return;
  }
  // Not the author's fault, but an exception would be logged by Astro, and the page published empty.
  reportProblem(file, {
    rule: 'diagram-failed',
    reason: `The diagram could not be drawn: ${error instanceof Error ? error.message : String(error)}`,
    remedy: 'This is a fault of the renderer, not of the source; report it with the source.',
    place: fence.pre,
  });
}

/** The fence's own line, when Mermaid names none. */
function placeInFile(
  file: VFile,
  fence: Fence,
  { line, column = 1 }: Pick<DiagramFault, 'line' | 'column'>,
): Point | undefined {
  const start = fence.pre.position?.start;
  if (!start) return undefined;
  if (line === undefined) return { line: start.line, column: start.column };
  const lineInFile = start.line + line;
  const written = String(file).split(/\r?\n/)[lineInFile - 1] ?? '';
  const inSource = fence.source.split('\n')[line - 1] ?? '';
  // Fences in lists and components are indented, and their text is not.
  const indent = written.endsWith(inSource) ? written.length - inSource.length : 0;
  return { line: lineInFile, column: indent + column };
}
