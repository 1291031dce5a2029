import { inherited } from '../dom/closest.ts';
import { parsePath, type Point, type Segment } from '../geometry/path.ts';

const LONG_NUMBER = /-?\d*\.\d+(?:e-?\d+)?|-?\d+e-?\d+/gi;
/** Rounded further than coordinates, a rotation or an opacity would be seen. */
const FINE = /^(?:opacity|.*-opacity|offset)$/;
const GEOMETRY =
  /^(?:d|points|transform|gradientTransform|viewBox|x|y|dx|dy|x1|y1|x2|y2|cx|cy|r|rx|ry|width|height|refX|refY|markerWidth|markerHeight|stroke-width|stroke-dasharray|font-size|letter-spacing)$/;
/** Half a tenth of a unit: what rounding to one decimal hides anyway. */
const FLAT = 0.05;

/** Rounds geometry to 0.1 (turns, scales and opacities to 0.001) and straightens what was straight already. */
export function shortenNumbers(svg: Element): void {
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (FINE.test(name)) element.setAttribute(name, roundAll(value, 3));
      else if (name === 'd') element.setAttribute(name, shortenPath(value, isFilled(element)));
      else if (/[tT]ransform$/.test(name)) element.setAttribute(name, shortenTransform(value));
      else if (GEOMETRY.test(name)) element.setAttribute(name, roundAll(value, 1).replace(/px\b/g, ''));
    }
  }
}

function shortenTransform(value: string): string {
  return value
    .replace(/(\w+)\(([^)]*)\)/g, (_, name: string, list: string) => {
      const numbers = roundAll(list, name === 'translate' ? 1 : 3)
        .split(/[\s,]+/)
        .filter(Boolean);
      return name === 'translate' && numbers[1] === '0'
        ? `translate(${numbers[0]})`
        : `${name}(${numbers.join(' ')})`;
    })
    .replace(/\)\s+/g, ')');
}

function shortenPath(data: string, filled: boolean): string {
  // Arcs come out of the parser as curves, longer than they went in.
  if (/[aA]/.test(data))
    return roundAll(data, 1)
      .replace(/,/g, ' ')
      .replace(/\s*([a-zA-Z])\s*/g, '$1');
  const closed = /z\s*$/i.test(data);
  const segments = parsePath(data);
  if (filled || /z./i.test(data)) return writePath(segments.map(straighten), closed);
  return writePath(joinLines(segments.map(straighten)), closed);
}

/** A curve whose control points lie on its chord is a line. */
function straighten(segment: Segment): Segment {
  if (segment.kind !== 'curve') return segment;
  const { from, control1, control2, to } = segment;
  const isFlat = [control1, control2].every((point) => liesBetween(point, from, to));
  return isFlat ? { kind: 'line', from, to } : segment;
}

/** Two lines in the same direction are one. */
function joinLines(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (segment.kind === 'line' && last?.kind === 'line' && liesBetween(last.to, last.from, segment.to)) {
      joined[joined.length - 1] = { kind: 'line', from: last.from, to: segment.to };
    } else joined.push(segment);
  }
  return joined;
}

function liesBetween(point: Point, from: Point, to: Point): boolean {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y);
  const [px, py] = [point[0] - from[0], point[1] - from[1]];
  if (length < FLAT) return Math.hypot(px, py) < FLAT;
  const along = (px * x + py * y) / length;
  return Math.abs(px * y - py * x) / length < FLAT && along > -FLAT && along < length + FLAT;
}

function writePath(segments: readonly Segment[], closed: boolean): string {
  let text = '';
  let at: readonly [string, string] = ['', ''];
  const point = ([x, y]: Point): [string, string] => [round(x, 1), round(y, 1)];
  // The parser gives a closing Z as a line, which Z draws by itself.
  for (const segment of closed ? segments.slice(0, -1) : segments) {
    const to = point(segment.to);
    if (segment.kind === 'move') text += `M${to.join(' ')}`;
    else if (segment.kind === 'curve') {
      text += `C${[...point(segment.control1), ...point(segment.control2), ...to].join(' ')}`;
    } else if (to[0] === at[0] && to[1] === at[1]) continue;
    else if (to[1] === at[1]) text += `H${to[0]}`;
    else if (to[0] === at[0]) text += `V${to[1]}`;
    else text += `L${to.join(' ')}`;
    at = to;
  }
  return closed ? `${text}Z` : text;
}

function isFilled(element: Element): boolean {
  return inherited(element, 'fill') !== 'none';
}

function roundAll(value: string, decimals: number): string {
  return value.replace(LONG_NUMBER, (number) => round(Number(number), decimals));
}

function round(value: number, decimals: number): string {
  const rounded = String(Number(value.toFixed(decimals)));
  return rounded === '-0' ? '0' : rounded;
}
