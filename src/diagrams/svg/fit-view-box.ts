import { uniteBoxes, type Box } from '../layout/box.ts';
import type { Layout } from '../layout/layout.ts';
import { isDrawn } from './painted-shapes.ts';

/** Room for strokes and arrowheads, which a bounding box leaves out, in px. */
const MARGIN = 6;

/**
 * Sets the view box to what is drawn: several kinds leave a wide blank margin, others cut their title
 * off. Lines may go on beyond Mermaid's own box (lifelines, grids) and are cut there: what only a view box cuts is
 * printed over the text that follows. Text and boxes are never cut.
 */
export function fitViewBox(svg: Element, { boxes }: Layout): void {
  const given = viewBoxOf(svg);
  const drawn = intersect(boxes.boundingBox(svg), given);
  // The margin holds what a box stands out by the width of its stroke.
  const isCut = (box: Box): boolean => !contains(given, box, MARGIN);
  const boxesOf = (selector: string): Box[] =>
    [...svg.querySelectorAll(selector)].filter(isDrawn).map((element) => boxes.clientBox(element));
  const whole = [...boxesOf('text'), ...boxesOf('rect').filter(isCut)];
  const content = whole.reduce<Box | undefined>(uniteBoxes, drawn);
  if (!content || content.width <= 0 || content.height <= 0) return;
  const left = Math.floor(content.x - MARGIN);
  const top = Math.floor(content.y - MARGIN);
  const width = Math.ceil(content.x + content.width + MARGIN) - left;
  const height = Math.ceil(content.y + content.height + MARGIN) - top;
  svg.setAttribute('viewBox', [left, top, width, height].join(' '));
  for (const line of svg.querySelectorAll('line'))
    cutLine(line, boxes.clientBox(line), { x: left, y: top, width, height });
}

/** @param from where the line stands in the drawing: groups around it may move, but do not turn it */
function cutLine(line: Element, from: Box, to: Box): void {
  for (const [axis, size] of [
    ['x', 'width'],
    ['y', 'height'],
  ] as const) {
    const isAlong = from.width * from.height === 0 && from[size] > 0;
    if (!isAlong) continue;
    const names = [`${axis}1`, `${axis}2`];
    const ends = names.map((name) => Number(line.getAttribute(name)));
    const shift = Math.min(...ends) - from[axis];
    for (const [index, end] of ends.entries()) {
      const within = Math.min(Math.max(end, to[axis] + shift), to[axis] + to[size] + shift);
      if (within !== end) line.setAttribute(names[index] ?? '', String(within));
    }
  }
}

function contains(outer: Box, inner: Box, margin: number): boolean {
  return (
    inner.x >= outer.x - margin &&
    inner.y >= outer.y - margin &&
    inner.x + inner.width <= outer.x + outer.width + margin &&
    inner.y + inner.height <= outer.y + outer.height + margin
  );
}

function viewBoxOf(svg: Element): Box {
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  return { x, y, width, height };
}

function intersect(a: Box, b: Box): Box | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
