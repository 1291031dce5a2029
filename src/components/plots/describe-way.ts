import type { Way } from '../../lab/experiments/learning-xor.ts';

/** What the ways to train the net of “exclusive or” are called. */
export const describeWay: Record<Way, string> = {
  right: '正确的δ₁',
  elementwise: '原文的δ₁',
  frozen: '第一层不动',
};
