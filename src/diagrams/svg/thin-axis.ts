import type { Layout } from '../layout/layout.ts';

/** px between two dates of an axis. */
const GAP = 8;

/** Leaves out as many of the dates of a Gantt chart's axis as would be printed over each other, at equal distances. */
export function thinAxes(svg: Element, { boxes }: Layout): void {
  for (const axis of svg.querySelectorAll('.grid')) {
    let before = '';
    const labels = [...axis.querySelectorAll('.tick text')].filter((label) => {
      const isNew = label.textContent !== before;
      before = label.textContent;
      if (!isNew) label.remove();
      return isNew;
    });
    const places = labels.map((label) => boxes.clientBox(label));
    let step = 1;
    const overprints = (): boolean =>
      places.some(({ x, width }, index) => {
        const next = index % step === 0 ? places[index + step] : undefined;
        return next !== undefined && x + width + GAP > next.x;
      });
    while (step < labels.length && overprints()) step++;
    for (const [index, label] of labels.entries()) if (index % step !== 0) label.remove();
  }
}
