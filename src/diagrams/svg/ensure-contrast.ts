import { closest, inherited } from '../dom/closest.ts';
import type { Box } from '../layout/box.ts';
import type { Layout } from '../layout/layout.ts';
import { contrast } from '../theme/colour.ts';
import type { Theme } from '../theme/theme-colours.ts';
import type { ThemedColours } from '../theme/themed-colours.ts';
import {
  blend,
  isAuthorsColour,
  isDrawn,
  opacityOf,
  PaintedShapes,
  type Grounds,
  type Point,
} from './painted-shapes.ts';

/** WCAG 2, 1.4.3 and 1.4.11. */
const FOR_TEXT = 4.5;
const FOR_MARKS = 3;

/** Of a message: text on a marker, whose colours go together. */
const NUMBER = 'sequenceNumber';

const EDGES = 'path, line, polyline';
const MARKERS = ['marker-start', 'marker-mid', 'marker-end'];

/**
 * Gives text and edges that cannot be told from what is behind them a colour that can, in the theme where they cannot.
 * An author's own fill is the same in both themes, and a label's colour cannot follow the page's there.
 */
export function ensureContrast(svg: Element, colours: ThemedColours, { boxes }: Layout): void {
  const shapes = new PaintedShapes(svg, colours, boxes);
  for (const text of svg.querySelectorAll('text')) {
    if (!isDrawn(text) || text.classList.contains(NUMBER)) continue;
    const grounds = shapes.behind(text, pointsIn(boxes.clientBox(text)));
    for (const part of paintedParts(text)) repaint(part, 'fill', grounds, FOR_TEXT, colours);
  }
  const behindMarkers = new Map<string, Grounds[]>();
  for (const edge of svg.querySelectorAll(EDGES)) {
    if (!isEdge(edge) || edge.closest('.node')) continue;
    const grounds = shapes.behind(edge, pointsIn(boxes.clientBox(edge)));
    // The faint lines of the house are meant to be.
    if (!grounds.isAuthors && !isAuthorsColour(inherited(edge, 'stroke') ?? '')) continue;
    repaint(edge, 'stroke', grounds, FOR_MARKS, colours);
    for (const name of MARKERS) {
      const id = /#([^)"']+)/.exec(edge.getAttribute(name) ?? '')?.[1];
      if (id) behindMarkers.set(id, [...(behindMarkers.get(id) ?? []), grounds]);
    }
  }
  for (const marker of svg.querySelectorAll('marker')) {
    if (marker.id.endsWith(NUMBER.toLowerCase())) continue;
    const grounds = behindMarkers.get(marker.id) ?? [];
    const all = (theme: Theme): string[] => grounds.flatMap((ground) => ground[theme]);
    for (const part of grounds.length > 0 ? marker.querySelectorAll('*') : [])
      for (const name of ['fill', 'stroke'])
        repaint(part, name, { light: all('light'), dark: all('dark') }, FOR_MARKS, colours);
  }
}

/** Returns those of a text and its parts whose colour is that of characters. */
function paintedParts(text: Element): Set<Element> {
  const holdsText = ({ childNodes }: Element): boolean =>
    [...childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  const holders = [text, ...text.querySelectorAll('tspan')].filter(holdsText);
  return new Set(
    holders.map((part) => closest(part, (one) => one === text || one.hasAttribute('fill')) ?? text),
  );
}

function isEdge(element: Element): boolean {
  const isFilled = element.localName === 'path' && (inherited(element, 'fill') ?? 'none') !== 'none';
  return !isFilled && isDrawn(element) && !/^(?:none|)$/.test(inherited(element, 'stroke') ?? '');
}

/** Three points of each line's height: labels may stand on more than one ground. */
function pointsIn({ x, y, width, height }: Box): Point[] {
  const rows = Math.max(1, Math.round(height / 16));
  return [0.1, 0.5, 0.9].flatMap((column) =>
    Array.from({ length: Math.min(rows, 5) }, (_, row, count = Math.min(rows, 5)): Point => [
      x + column * width,
      y + ((row + 0.5) / count) * height,
    ]),
  );
}

function repaint(
  element: Element,
  name: string,
  grounds: Pick<Grounds, Theme>,
  bar: number,
  colours: ThemedColours,
): void {
  const before = colours.resolve(inherited(element, name) ?? '');
  if (!before) return;
  const opacity = opacityOf(element);
  const after = { light: '', dark: '' };
  for (const theme of ['light', 'dark'] as const) {
    const reaches = (colour: string): boolean => worst(colour, grounds[theme], opacity) >= bar;
    const { text, line } = colours[theme];
    const other = colours[theme === 'light' ? 'dark' : 'light'].text;
    const choices = [...(name === 'fill' ? [] : [line]), text, other, '#000000', '#ffffff'];
    const best = (): string =>
      choices.toSorted((a, b) => worst(b, grounds[theme], opacity) - worst(a, grounds[theme], opacity))[0] ??
      text;
    after[theme] = reaches(before[theme]) ? before[theme] : (choices.find(reaches) ?? best());
  }
  if (after.light === before.light && after.dark === before.dark) return;
  element.setAttribute(name, colours.pair(after.light, after.dark));
}

function worst(colour: string, grounds: readonly string[], opacity: number): number {
  return Math.min(...grounds.map((ground) => contrast(blend(colour, ground, opacity), ground)));
}
