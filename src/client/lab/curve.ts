import { makeDrawing } from './drawing.ts';
import { formatPower } from './format-decimal.ts';

const [left, right, top, bottom] = [42, 392, 28, 200];

/** A curve of the training error over the updates, the error on a logarithmic scale. */
export interface Curve {
  svg: SVGSVGElement;
  /**
   * @param errors before the first update and after each
   * @param planned updates in all: the width
   * @param least where the dashed line is: least squares
   */
  draw(errors: readonly number[], planned: number, least: number): void;
}

export function makeCurve(): Curve {
  const { svg, make, say } = makeDrawing(400, '训练误差随更新次数变化的曲线');
  const marks = make('g', {});
  const floor = make('path', { stroke: 'var(--ink2)', 'stroke-dasharray': '5 4' });
  const line = make('path', {
    fill: 'none',
    stroke: 'var(--qing)',
    'stroke-width': 2,
    'stroke-linejoin': 'round',
  });
  say('训练误差，对数刻度；虚线是最小二乘解', { x: 0, y: 14 });

  return {
    svg,
    draw(errors, planned, least) {
      // Whole powers of ten around what there is to show.
      const seen = errors.filter((error) => error > 0 && Number.isFinite(error));
      const low = Math.floor(Math.log10(Math.max(1e-9, Math.min(least, ...thin(seen)))));
      const high = Math.max(low + 2, Math.ceil(Math.log10(Math.max(...thin(seen), 1))));
      const y = (error: number) =>
        bottom - ((Math.log10(Math.max(error, 1e-12)) - low) / (high - low)) * (bottom - top);
      const x = (step: number) => left + (step / planned) * (right - left);
      marks.replaceChildren();
      const every = Math.ceil((high - low) / 4);
      for (let power = low; power <= high; power += every) {
        make('path', { d: `M${left} ${y(10 ** power)}H${right}`, stroke: 'var(--line)' }, marks);
        say(
          power < -3 || power > 3 ? formatPower(power) : String(Number((10 ** power).toPrecision(1))),
          { x: left - 6, y: y(10 ** power) + 5, 'text-anchor': 'end' },
          marks,
        );
      }
      say('0', { x: left, y: bottom + 20 }, marks);
      say(
        `${planned.toLocaleString('en-US')}次更新`,
        { x: right, y: bottom + 20, 'text-anchor': 'end' },
        marks,
      );
      floor.setAttribute('d', least > 1e-9 ? `M${left} ${y(least)}H${right}` : '');
      const apart = Math.max(1, Math.floor(errors.length / 800));
      const spots = errors.flatMap((error, step) =>
        step % apart === 0 || step === errors.length - 1
          ? [`${x(step).toFixed(1)} ${y(Math.min(error, 1e30)).toFixed(1)}`]
          : [],
      );
      line.setAttribute('d', `M${spots.join('L')}`);
    },
  };
}

/** No more numbers than a call takes. */
function thin(numbers: readonly number[]): number[] {
  const every = Math.ceil(numbers.length / 2000) || 1;
  return numbers.filter((_, index) => index % every === 0 || index === numbers.length - 1);
}
