/** Where a text may stand: its anchor point on the baseline, and how little this place is liked. */
export interface Candidate {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  cost: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Wanted {
  text: string;
  candidates: Candidate[];
}

export interface Placed {
  text: string;
  x: number;
  y: number;
  anchor: Candidate['anchor'];
}

type Spot = readonly [x: number, y: number];

/**
 * Gives each text the best of its places: within the frame, off the lines, off the texts placed before it.
 *
 * @param wanted texts of 12 px, the most important first
 * @param lines what must stay legible below them, each as its corners
 */
export function placeLabels(
  wanted: readonly Wanted[],
  lines: readonly (readonly Spot[])[],
  frame: Box,
): Placed[] {
  const spots = lines.flatMap(spotsOf);
  const taken: Box[] = [];
  return wanted.map(({ text, candidates }) => {
    const rated = candidates.map((candidate) => {
      const box = boxOf(text, candidate);
      const outside = Number(
        box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom,
      );
      const crossed = spots.filter(
        ([x, y]) => x > box.left - 1 && x < box.right + 1 && y > box.top && y < box.bottom,
      ).length;
      const covered = taken.filter(
        (other) =>
          other.left < box.right + 3 &&
          other.right > box.left - 3 &&
          other.top < box.bottom + 1 &&
          other.bottom > box.top - 1,
      ).length;
      return { candidate, box, cost: candidate.cost + 1000 * outside + 300 * covered + 15 * crossed };
    });
    rated.sort((a, b) => a.cost - b.cost);
    const best = rated[0];
    if (!best) throw new Error(`No place is named for "${text}".`);
    taken.push(best.box);
    const { x, y, anchor } = best.candidate;
    return { text, x, y, anchor };
  });
}

/** The places around a point, best first. */
export function around([x, y]: Spot, best: 'above' | 'left'): Candidate[] {
  return [
    { x, y: y - 8, anchor: 'middle', cost: 0 },
    { x, y: y + 17, anchor: 'middle', cost: 1 },
    { x: x - 7, y: y + 4, anchor: 'end', cost: best === 'left' ? -20 : 2 },
    { x: x + 7, y: y + 4, anchor: 'start', cost: 2 },
    { x: x + 5, y: y - 5, anchor: 'start', cost: 3 },
    { x: x - 5, y: y - 5, anchor: 'end', cost: 3 },
    { x: x + 5, y: y + 14, anchor: 'start', cost: 4 },
    { x: x - 5, y: y + 14, anchor: 'end', cost: 4 },
  ];
}

/** The places along a line: above and below the middle of each stretch, the level ones first, and at its ends. */
export function along(corners: readonly Spot[]): Candidate[] {
  const middles = corners.slice(1).flatMap(([x, y], index): Candidate[] => {
    const [fromX, fromY] = corners[index] ?? [x, y];
    const steep = Math.abs(y - fromY) / 4;
    const middle = (x + fromX) / 2;
    return [
      { x: middle, y: Math.min(y, fromY) - 6, anchor: 'middle', cost: steep },
      { x: middle, y: Math.max(y, fromY) + 16, anchor: 'middle', cost: steep + 2 },
      { x: middle + 6, y: (y + fromY) / 2 - 6, anchor: 'start', cost: steep + 6 },
      { x: middle - 6, y: (y + fromY) / 2 + 14, anchor: 'end', cost: steep + 6 },
    ];
  });
  const ends = [corners[0], corners.at(-1)].flatMap((end): Candidate[] => {
    if (!end) return [];
    const [x, y] = end;
    const beside = [10, 34].flatMap((gap, far): Candidate[] => [
      { x: x + gap, y: y + 4, anchor: 'start', cost: 6 + 4 * far },
      { x: x - gap, y: y + 4, anchor: 'end', cost: 7 + 4 * far },
    ]);
    return [
      ...beside,
      { x, y: y + 18, anchor: 'middle', cost: 9 },
      { x, y: y - 10, anchor: 'middle', cost: 9 },
    ];
  });
  return [...middles, ...ends];
}

/** Points every few px along a line, and more of them at its corners, which have dots. */
function spotsOf(corners: readonly Spot[]): Spot[] {
  return corners.flatMap(([x, y], index): Spot[] => {
    const dot: Spot[] = [
      [x, y],
      [x - 3, y],
      [x + 3, y],
      [x, y - 3],
      [x, y + 3],
    ];
    const next = corners[index + 1];
    if (!next) return dot;
    const steps = Math.ceil(Math.hypot(next[0] - x, next[1] - y) / 4);
    const way = Array.from({ length: steps }, (_, step): Spot => {
      const part = step / steps;
      return [x + (next[0] - x) * part, y + (next[1] - y) * part];
    });
    return [...dot, ...way];
  });
}

/** Han are square; other signs are a little more than half as wide. */
function boxOf(text: string, { x, y, anchor }: Candidate): Box {
  const width = [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 12 : 7.2), 0);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 10, bottom: y + 2 };
}
