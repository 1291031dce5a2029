import { matrix } from '../matrix.ts';
import { descend, forward, gradients, loss, type Parameters } from '../network.ts';
import { mulberry32, normals } from '../random.ts';
import { drawParameters } from './network-draws.ts';

/** “Exclusive or”: the four samples, three hidden units, one output. */
const X = matrix([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);
const Y = matrix([[0], [1], [1], [0]]);
const hidden = 3;

export const starts = 200;
export const steps = 2000;
const rate = 2;
/** A net has learned when ½·Σ(A₂−Y)² is below. */
const learnedBelow = 0.01;
export const seed = 5;

/** What W₁ and b₁ are moved by: the right δ₁, the article's, or nothing. */
export const ways = ['right', 'elementwise', 'frozen'] as const;
export type Way = (typeof ways)[number];

/** Of each start, drawn from the standard normal distribution, after which step it had learned; null if never. */
export type Learning = Record<Way, (number | null)[]>;

/** Trains by full-batch gradient descent, all three ways from the same starts. */
export function learnXor(): Learning {
  const learned: Learning = { right: [], elementwise: [], frozen: [] };
  const normal = normals(mulberry32(seed));
  for (let start = 0; start < starts; start++) {
    const drawn = drawParameters([4, 2, hidden, 1], normal);
    for (const way of ways) learned[way].push(learnFrom(drawn, way));
  }
  return learned;
}

function learnFrom(start: Parameters, way: Way): number | null {
  let parameters = start;
  for (let step = 1; step <= steps; step++) {
    const slopes = gradients(X, Y, parameters, way === 'frozen' ? 'right' : way);
    const moved = descend(parameters, slopes, rate);
    parameters = way === 'frozen' ? { ...moved, W1: start.W1, b1: start.b1 } : moved;
    // Looking costs a forward pass: every tenth step is enough.
    if (step % 10 === 0 && loss(forward(X, parameters).A2, Y) < learnedBelow) return step;
  }
  return null;
}

/** How many had learned after so many steps. */
export function learnedBy(step: number, after: Learning[Way]): number {
  return after.filter((own) => own !== null && own <= step).length;
}
