import type { Sample, Weights } from '../../lab/regression.ts';
import { makeDrawing } from './drawing.ts';
import { formatDecimal } from './format-decimal.ts';

/** The floor: its nearest corner is x₁ = x₂ = 0, and each side goes as far across, and less far up. */
const [middle, bottom, across, up] = [150, 206, 112, 22];
/** What there is above the floor for y. */
const high = 138;
const side = [0, 0.25, 0.5, 0.75, 1];

/** The plane ŷ = w₁x₁ + w₂x₂ + b above the square of the features, seen from above its corner, and the samples. */
export interface Plane {
  svg: SVGSVGElement;
  /** @param best least squares, whose outline is dashed */
  draw(weights: Weights, best: Weights, sample: Sample): void;
}

export function makePlane(): Plane {
  const { svg, make, say } = makeDrawing(300, '拟合的平面与样本');
  const about = make('desc', {});
  const floor = `M${spot(0, 0, 0)}L${spot(1, 0, 0)} ${spot(1, 1, 0)} ${spot(0, 1, 0)}Z`;
  make('path', { d: `${floor}M${spot(1, 0, 0)}v${-high}`, fill: 'none', stroke: 'var(--line)' });
  const marks = make('g', {});
  const plane = make('path', { fill: 'none', stroke: 'var(--qing)' });
  const fitted = make('path', { fill: 'none', stroke: 'var(--ink2)', 'stroke-dasharray': '5 4' });
  const gaps = make('path', { stroke: 'var(--zhu)' });
  const points = make('path', { stroke: 'var(--ink)', 'stroke-width': 4, 'stroke-linecap': 'round' });
  say('平面、样本与它们的差', { x: 0, y: 14 });
  say('x₁', { x: middle - across / 2 - 10, y: bottom + 8, 'text-anchor': 'end' });
  say('x₂', { x: middle + across / 2 + 10, y: bottom + 8 });

  return {
    svg,
    draw(weights, best, { x1, x2, y }) {
      const most = Math.ceil(Math.max(...y));
      const place = (a: number, c: number, height: number) => spot(a, c, height / most);
      const at = ([w1, w2, b]: Weights, a: number, c: number) => place(a, c, w1 * a + w2 * c + b);
      const line = (of: Weights, ...ends: [number, number][]) =>
        `M${ends.map(([a, c]) => at(of, a, c)).join('L')}`;
      const samples = y.map((t, i) => [x1[i] as number, x2[i] as number, t] as const);
      marks.replaceChildren();
      for (const value of [0, most]) {
        const [x, height] = place(1, 0, value).split(' ');
        say(String(value), { x: Number(x) - 6, y: Number(height) + 5, 'text-anchor': 'end' }, marks);
      }
      plane.setAttribute(
        'd',
        side.map((s) => line(weights, [s, 0], [s, 1]) + line(weights, [0, s], [1, s])).join(''),
      );
      fitted.setAttribute('d', `${line(best, [0, 0], [1, 0], [1, 1], [0, 1])}Z`);
      gaps.setAttribute('d', samples.map(([a, c, t]) => `M${place(a, c, t)}L${at(weights, a, c)}`).join(''));
      points.setAttribute('d', samples.map(([a, c, t]) => `M${place(a, c, t)}h0`).join(''));
      const [w1, w2, b] = weights;
      about.textContent = `从x₁＝x₂＝0的一角上方看。平面在四角的高：(0,0)处${formatDecimal(b)}，(1,0)处${formatDecimal(w1 + b)}，(0,1)处${formatDecimal(w2 + b)}，(1,1)处${formatDecimal(w1 + w2 + b)}。样本的y从${formatDecimal(Math.min(...y))}到${formatDecimal(Math.max(...y))}。`;
    },
  };
}

/** Where a place is drawn; what is far off stays a number. */
function spot(a: number, c: number, share: number): string {
  const height = Math.max(-1e4, Math.min(1e4, bottom - (a + c) * up - share * high));
  return `${(middle + (c - a) * across).toFixed(1)} ${height.toFixed(1)}`;
}
