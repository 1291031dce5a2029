import { closest, inherited } from '../dom/closest.ts';
import type { Box } from '../layout/box.ts';
import type { ElementBoxes } from '../layout/element-box.ts';
import { pathLength, pointOnPath } from '../layout/path.ts';
import { mixColours } from '../theme/colour.ts';
import type { Theme } from '../theme/theme-colours.ts';
import type { ThemedColours } from '../theme/themed-colours.ts';

export type Point = readonly [x: number, y: number];

/** What is behind an element. */
export interface Grounds extends Readonly<Record<Theme, readonly string[]>> {
  /** Whether an author has painted some of it. */
  isAuthors: boolean;
}

interface PaintedShape {
  position: number;
  box: Box;
  fill: Record<Theme, string>;
  opacity: number;
  isAuthors: boolean;
  /** Of an author's own shape that does not fill its box: its outline, as far as points tell. */
  outline: readonly Point[] | undefined;
}

const SHAPES = 'rect, circle, ellipse, polygon, path';
const NOT_DRAWN = new Set(['defs', 'marker', 'symbol', 'clipPath', 'mask', 'pattern']);
const OUTLINE_POINTS = 48;

/** What is painted where in a drawing whose colours follow the page's theme. */
export class PaintedShapes {
  readonly #shapes: PaintedShape[] = [];
  readonly #positions = new Map<Element, number>();
  readonly #page: Record<Theme, string>;

  constructor(svg: Element, colours: ThemedColours, boxes: ElementBoxes) {
    this.#page = { light: colours.light.background, dark: colours.dark.background };
    for (const [position, element] of [...svg.querySelectorAll('*')].entries()) {
      this.#positions.set(element, position);
      if (!element.matches(SHAPES) || !isDrawn(element)) continue;
      const value = inherited(element, 'fill') ?? '';
      const fill = colours.resolve(value);
      const opacity = opacityOf(element) * Number(inherited(element, 'fill-opacity') ?? 1);
      if (!fill || opacity === 0) continue;
      const box = boxes.clientBox(element);
      const isAuthors = isAuthorsColour(value);
      const outline = isAuthors ? outlineOf(element, box) : undefined;
      this.#shapes.push({ position, box, fill, opacity, isAuthors, outline });
    }
  }

  /** Returns what is behind an element, one colour for each of some points of the drawing. */
  behind(element: Element, points: readonly Point[]): Grounds {
    const position = this.#positions.get(element) ?? 0;
    const below = this.#shapes.filter((shape) => shape.position < position);
    const colourAt = (point: Point, theme: Theme): string =>
      below
        .filter((shape) => holds(shape, point))
        .reduce((ground, { fill, opacity }) => blend(fill[theme], ground, opacity), this.#page[theme]);
    return {
      light: points.map((point) => colourAt(point, 'light')),
      dark: points.map((point) => colourAt(point, 'dark')),
      isAuthors: below.some((shape) => shape.isAuthors && points.some((point) => holds(shape, point))),
    };
  }
}

/** All others follow the theme. */
export function isAuthorsColour(value: string): boolean {
  return !/^(?:var|light-dark)\(/.test(value);
}

/** Icons, which have coordinates of their own, do not count. */
export function isDrawn(element: Element): boolean {
  const holder = closest(element, ({ localName }) => localName === 'svg' || NOT_DRAWN.has(localName));
  return holder?.localName === 'svg' && !holder.parentElement?.closest('svg');
}

/** Opacity of an element with that of all it is in. */
export function opacityOf(element: Element): number {
  let opacity = 1;
  for (let node: Element | null = element; node; node = node.parentElement)
    opacity *= Number(node.getAttribute('opacity') ?? 1);
  return opacity;
}

/** Returns a colour, which may let some light through, on another that does not. */
export function blend(colour: string, ground: string, opacity = 1): string {
  const alpha = colour.length > 7 ? parseInt(colour.slice(7), 16) / 255 : 1;
  return mixColours(colour.slice(0, 7), ground, alpha * opacity);
}

function holds({ box, outline }: PaintedShape, [x, y]: Point): boolean {
  const isInBox = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  if (!isInBox || !outline) return isInBox;
  let isInside = false;
  for (const [index, [x1, y1]] of outline.entries()) {
    const [x2, y2] = outline.at(index - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  }
  return isInside;
}

/** The box says where the outline stands, whatever transforms it. */
function outlineOf(element: Element, box: Box): Point[] | undefined {
  const data = element.localName === 'path' ? element.getAttribute('d') : null;
  if (!data) return undefined;
  const length = pathLength(data);
  const points = Array.from({ length: OUTLINE_POINTS }, (_, index) =>
    pointOnPath(data, (index / OUTLINE_POINTS) * length),
  );
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  return points.map(({ x, y }) => [x - left + box.x, y - top + box.y]);
}
