import { closest } from '../dom/closest.ts';
import { toPixels } from '../css/length.ts';
import type { TextStyle, TextStyles } from './text-style.ts';
import type { FontMetrics, VerticalMetrics } from './font-metrics.ts';

/** A run of text on one line of an SVG `<text>`, placed in the text element's coordinates. */
export interface TextFragment {
  element: Element;
  text: string;
  style: TextStyle;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  ascent: number;
  descent: number;
}

/** What is set on an element but takes effect at the first character after it. */
interface Pending {
  x?: number | undefined;
  y?: number | undefined;
  dx: number;
  dy: number;
}

/** The width of Mermaid's container, in px. */
export const VIEWPORT_WIDTH = 1200;

const TEXT_NODE = 3;
const TEXT_CHILDREN = new Set(['tspan', 'a', 'textpath']);

/** Lays out an SVG `<text>` element as SVG 2 does for horizontal text without a path. */
export function layOutText(text: Element, styles: TextStyles, fonts: FontMetrics): TextFragment[] {
  const known = new Map<Element, TextStyle>();
  const rules = styles.rulesFor(text);
  const fragments: TextFragment[] = [];
  const chunks: { anchor: string; fragments: TextFragment[] }[] = [];
  let x = 0;
  let y = 0;
  let afterSpace = true;

  const place = (content: string, element: Element, style: TextStyle, pending: Pending): void => {
    const collapsed = collapseSpace(content, style, element, afterSpace);
    if (!collapsed) return;
    afterSpace = collapsed.endsWith(' ');
    const startsChunk = pending.x !== undefined || pending.y !== undefined || chunks.length === 0;
    x = (pending.x ?? x) + pending.dx;
    y = (pending.y ?? y) + pending.dy;
    Object.assign(pending, { x: undefined, y: undefined, dx: 0, dy: 0 });
    if (startsChunk) chunks.push({ anchor: style.textAnchor, fragments: [] });
    const metrics = fonts.vertical(style.fontWeight, style.fontSize);
    const fragment: TextFragment = {
      element,
      text: collapsed,
      style,
      x,
      y: y + baselineShift(style, metrics),
      width: runWidth(collapsed, style, fonts),
      ascent: metrics.ascent,
      descent: metrics.descent,
    };
    fragments.push(fragment);
    chunks.at(-1)?.fragments.push(fragment);
    x += fragment.width;
  };

  const walk = (element: Element, inherited: Pending): Pending => {
    const style = styles.of(element, known, rules);
    if (style.display === 'none') return inherited;
    const length = (name: string): number | undefined => firstLength(element, name, style);
    let pending: Pending = {
      x: length('x') ?? inherited.x,
      y: length('y') ?? inherited.y,
      // For one and the same character the innermost element's shift counts; shifts do not add up.
      dx: length('dx') ?? inherited.dx,
      dy: length('dy') ?? inherited.dy,
    };
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT_NODE) place(child.nodeValue ?? '', element, style, pending);
      else if (isTextChild(child)) pending = walk(child, pending);
    }
    return pending;
  };
  walk(text, { dx: 0, dy: 0 });

  dropTrailingSpace(fragments.at(-1), fonts);
  for (const chunk of chunks) anchorChunk(chunk.anchor, chunk.fragments);
  return fragments;
}

/** Width of one run in px: Chromium lays text out in 1/64 px and rounds up. */
export function runWidth(text: string, style: TextStyle, fonts: FontMetrics): number {
  const spacing = style.letterSpacing * [...text].length;
  const width = fonts.width(text, style.fontWeight, style.fontSize) + spacing;
  return Math.ceil(width * 64) / 64;
}

function isTextChild(node: ChildNode): node is Element {
  return TEXT_CHILDREN.has(node.nodeName.toLowerCase());
}

function collapseSpace(content: string, style: TextStyle, element: Element, afterSpace: boolean): string {
  if (keepsSpace(style, element)) return content;
  const collapsed = content.replace(/[\t\n\r ]+/g, ' ');
  return afterSpace ? collapsed.replace(/^ /, '') : collapsed;
}

function keepsSpace(style: TextStyle, element: Element): boolean {
  return /pre|break-spaces/.test(style.whiteSpace) || element.getAttribute('xml:space') === 'preserve';
}

function dropTrailingSpace(last: TextFragment | undefined, fonts: FontMetrics): void {
  if (!last?.text.endsWith(' ') || keepsSpace(last.style, last.element)) return;
  last.width = runWidth(last.text.trimEnd(), last.style, fonts);
}

function anchorChunk(anchor: string, fragments: readonly TextFragment[]): void {
  const [first, last] = [fragments[0], fragments.at(-1)];
  if (!first || !last || anchor === 'start') return;
  const width = last.x + last.width - first.x;
  for (const fragment of fragments) fragment.x -= anchor === 'middle' ? width / 2 : width;
}

function firstLength(element: Element, name: string, style: TextStyle): number | undefined {
  const [first] = (element.getAttribute(name) ?? '').trim().split(/[\s,]+/);
  if (first?.endsWith('%')) return (parseFloat(first) / 100) * viewportWidth(element);
  return first ? toPixels(first, { fontSize: style.fontSize, xHeight: 0.5 }) : undefined;
}

/** What a percentage is one of: the width of the drawing's own coordinates, else of Mermaid's container. */
function viewportWidth(element: Element): number {
  const viewBox = closest(element, ({ localName }) => localName === 'svg')?.getAttribute('viewBox');
  return Number(viewBox?.trim().split(/[\s,]+/)[2]) || VIEWPORT_WIDTH;
}

/** How far below its `y` the alphabetic baseline lies, as Chromium derives it from the font. */
function baselineShift(style: TextStyle, metrics: VerticalMetrics): number {
  const baseline = style.alignmentBaseline === 'auto' ? style.dominantBaseline : style.alignmentBaseline;
  switch (baseline) {
    case 'middle':
      return metrics.xHeight / 2;
    case 'central':
      return (metrics.exactAscent - metrics.exactDescent) / 2;
    case 'hanging':
      return metrics.exactAscent * 0.8;
    case 'mathematical':
      return metrics.exactAscent / 2;
    case 'text-before-edge':
    case 'before-edge':
    case 'text-top':
      return metrics.exactAscent;
    case 'text-after-edge':
    case 'after-edge':
    case 'ideographic':
      return -metrics.exactDescent;
    default:
      return 0;
  }
}
