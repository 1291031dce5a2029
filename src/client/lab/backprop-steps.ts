import { centralDifferences, cosine, relativeError } from '../../lab/differences.ts';
import { logisticSlope } from '../../lab/logistic.ts';
import { map, matrix, multiply, ShapeError, subtract, transpose, type Matrix } from '../../lab/matrix.ts';
import { forward, loss, outputDelta, type Parameters } from '../../lab/network.ts';
import { readings, type Reading } from '../../lab/readings.ts';
import { formatDecimal } from './format-decimal.ts';

/** A matrix to be shown, under its name; or, where there is none, why. */
export interface Shown {
  name: string;
  matrix?: Matrix;
  /** Said below it. */
  about?: string;
  /** Is it wrong? */
  wrong?: boolean;
}

interface Step {
  /** On its button. */
  name: string;
  /** What happens in it. */
  title: string;
  shown: Shown[];
  /** What it comes to, read out. */
  verdict: string;
}

const readingsSaid: Record<Reading, string> = {
  right: '正确：(δ₂W₂ᵀ)⊙σ′(Z₁)',
  products: '原文，都作矩阵乘：(A₁W₂δ₂)⊙σ′(Z₁)',
  elementwise: '原文，后一个逐元素乘：(A₁W₂⊙δ₂)⊙σ′(Z₁)',
  untransposed: '只漏转置：(δ₂W₂)⊙σ′(Z₁)',
};

/** The fields, in order, with the shape that each must have once N, d, h, k are known from X, W₁ and W₂. */
export const fieldNames = ['X', 'Y', 'W₁', 'b₁', 'W₂', 'b₂'] as const;

/**
 * Says what is wrong with the shapes: at which field, and why. The first fault only, since others follow from it.
 */
export function judgeShapes([X, Y, W1, b1, W2, b2]: readonly Matrix[]):
  { at: number; wrong: string } | undefined {
  if (!X || !Y || !W1 || !b1 || !W2 || !b2) return undefined;
  const [N, d] = X.shape;
  const [, h] = W1.shape;
  const [, k] = W2.shape;
  if (W1.shape[0] !== d) return { at: 2, wrong: `X有${d}列，W₁有${W1.shape[0]}行：要一样多，XW₁才算得出。` };
  if (b1.shape.join() !== `1,${h}`) return { at: 3, wrong: `W₁有${h}列：b₁要1行${h}列。` };
  if (W2.shape[0] !== h)
    return { at: 4, wrong: `W₁有${h}列，W₂有${W2.shape[0]}行：要一样多，A₁W₂才算得出。` };
  if (b2.shape.join() !== `1,${k}`) return { at: 5, wrong: `W₂有${k}列：b₂要1行${k}列。` };
  if (Y.shape.join() !== `${N},${k}`) return { at: 1, wrong: `X有${N}行，W₂有${k}列：Y要${N}行${k}列。` };
  return undefined;
}

/** Computes all steps from input to comparison. */
export function computeSteps([X, Y, W1, b1, W2, b2]: readonly [
  Matrix,
  Matrix,
  Matrix,
  Matrix,
  Matrix,
  Matrix,
]): Step[] {
  const parameters: Parameters = { W1, b1, W2, b2 };
  const { Z1, A1, Z2, A2 } = forward(X, parameters);
  const error = subtract(A2, Y);
  const d2 = outputDelta({ A2 }, Y);
  const lost = loss(A2, Y);
  const hidden = (Object.keys(readings) as Reading[]).map((reading) => ({
    reading,
    ...tryReading(reading, A1, W2, d2),
  }));
  const measured = centralDifferences((at) => loss(forward(X, { ...parameters, W1: at }).A2, Y), W1);
  const compared = hidden.map(({ reading, d1, why }) => {
    const slopes = d1 && multiply(transpose(X), d1);
    return { reading, why, slopes, off: slopes && relativeError(slopes, measured) };
  });
  const shown = compared.map(({ reading, why, slopes, off }): Shown => {
    const [name, wrong] = [readingsSaid[reading], reading !== 'right'];
    if (!slopes || off === undefined) return { name, about: `算不出：${why}。`, wrong };
    const angle = cosine(slopes, measured);
    const along = Number.isFinite(angle) ? `，余弦${formatDecimal(angle)}` : '';
    return { name, matrix: slopes, about: `与量出来的相对误差${formatDecimal(off)}${along}。`, wrong };
  });
  return [
    {
      name: 'Z₁',
      title: 'Z₁ = XW₁ + b₁',
      shown: [
        { name: 'X', matrix: X },
        { name: 'W₁', matrix: W1 },
        { name: 'b₁', matrix: b1 },
        { name: 'Z₁', matrix: Z1 },
      ],
      verdict: `${formatShape(X)}乘${formatShape(W1)}，得${formatShape(Z1)}；b₁加到每一行。`,
    },
    {
      name: 'A₁',
      title: 'A₁ = σ(Z₁)',
      shown: [
        { name: 'Z₁', matrix: Z1 },
        { name: 'A₁', matrix: A1 },
      ],
      verdict: '逐元素，都落在0与1之间。',
    },
    {
      name: 'Z₂',
      title: 'Z₂ = A₁W₂ + b₂',
      shown: [
        { name: 'A₁', matrix: A1 },
        { name: 'W₂', matrix: W2 },
        { name: 'b₂', matrix: b2 },
        { name: 'Z₂', matrix: Z2 },
      ],
      verdict: `${formatShape(A1)}乘${formatShape(W2)}，得${formatShape(Z2)}。`,
    },
    {
      name: 'A₂',
      title: 'A₂ = σ(Z₂)',
      shown: [
        { name: 'Z₂', matrix: Z2 },
        { name: 'A₂', matrix: A2 },
      ],
      verdict: '这就是预测。',
    },
    {
      name: 'ℒ',
      title: 'ℒ = ½Σ(A₂ − Y)²',
      shown: [
        { name: 'A₂', matrix: A2 },
        { name: 'Y', matrix: Y },
        { name: 'A₂ − Y', matrix: error },
      ],
      verdict: `损失是${formatDecimal(lost, 5)}。`,
    },
    {
      name: 'δ₂',
      title: 'δ₂ = (A₂ − Y) ⊙ σ′(Z₂)',
      shown: [
        { name: 'A₂ − Y', matrix: error },
        { name: 'σ′(Z₂)', matrix: map(A2, logisticSlope) },
        { name: 'δ₂', matrix: d2 },
      ],
      verdict: '损失对Z₂的导数，与Z₂同形。这一式原文与勘正相同。',
    },
    {
      name: 'δ₁',
      title: 'δ₁：一个对，三个错',
      shown: hidden.map(({ reading, d1, why }) => ({
        name: readingsSaid[reading],
        ...(d1 ? { matrix: d1 } : { about: `算不出：${why}。` }),
        wrong: reading !== 'right',
      })),
      verdict: `δ₁应与Z₁同形，${formatShape(Z1)}。哪个是损失的导数，下一步量。`,
    },
    {
      name: '对照',
      title: '不用公式，量出W₁的梯度，再同各式比',
      shown: [
        { name: '量出来的', matrix: measured, about: 'W₁的每个数加、减0.00001，看损失变了多少。' },
        ...shown,
      ],
      verdict: compare(compared),
    },
  ];
}

/** Below this it is the same gradient, as exactly as differences can tell. */
const same = 1e-6;

/** What the comparison comes to. */
function compare(compared: readonly { reading: Reading; off: number | undefined }[]): string {
  const right = compared.find(({ reading }) => reading === 'right')?.off ?? NaN;
  if (!(right < same)) return 'σ饱和了，损失几乎不变，差分量不准：换小一些的数再看。';
  const articles = compared.flatMap(({ reading, off }) =>
    off !== undefined && (reading === 'products' || reading === 'elementwise') ? [off] : [],
  );
  const said = `正确的式子与量出来的相对误差${formatDecimal(right)}，就是同一个；原文的式子`;
  if (!articles.length) return `${said}在这种形状下算不出。`;
  return articles.every((off) => off > same)
    ? `${said}${articles.map((off) => formatDecimal(off)).join('、')}，不是梯度。`
    : `${said}碰巧也是：这些数分不出对错，换一些再看。`;
}

function tryReading(reading: Reading, A1: Matrix, W2: Matrix, d2: Matrix): { d1?: Matrix; why?: string } {
  try {
    return { d1: readings[reading](A1, W2, d2) };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const [left, right] = [error.left.join('×'), error.right.join('×')];
    const how = error.message.startsWith('multiply') ? '不能相乘' : '不能逐元素相乘';
    return { why: `${left}与${right}${how}` };
  }
}

/** Returns a shape as readers write it: 3×2. */
export function formatShape({ shape }: Matrix): string {
  return shape.join('×');
}

/** From rows to a matrix whose rows are known to be of one length. */
export const toMatrix = matrix;
