import { uniteBoxes, type Box } from '../layout/box.ts';
import type { Layout } from '../layout/layout.ts';

/** Room for strokes and arrowheads, which a bounding box leaves out, in px. */
const MARGIN = 6;

/**
 * Sets the view box to what is drawn: several kinds leave a wide blank margin, others cut their title
 * off. Lines may go on beyond Mermaid's own box (lifelines, grids) and stay cut; text never is.
 */
export function fitViewBox(svg: Element, { boxes }: Layout): void {
  const drawn = intersect(boxes.boundingBox(svg), viewBoxOf(svg));
  const texts = [...svg.querySelectorAll('text')].map((text) => boxes.clientBox(text));
  const content = texts.reduce<Box | undefined>(uniteBoxes, drawn);
  if (!content || content.width <= 0 || content.height <= 0) return;
  const left = Math.floor(content.x - MARGIN);
  const top = Math.floor(content.y - MARGIN);
  const width = Math.ceil(content.x + content.width + MARGIN) - left;
  const height = Math.ceil(content.y + content.height + MARGIN) - top;
  svg.setAttribute('viewBox', [left, top, width, height].join(' '));
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
