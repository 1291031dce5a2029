/**
 * What a large language model costs, counted from its shape: parameters, low-rank adapters, memory, operations.
 */

/** The shape of a Transformer with grouped queries, gated feed-forward layers and no biases. */
export interface Shape {
  layers: number;
  width: number;
  /** Width inside of a feed-forward layer. */
  inner: number;
  heads: number;
  /** Heads of keys and of values. */
  keyHeads: number;
  headWidth: number;
  vocabulary: number;
}

/** Qwen3-8B, from its `config.json`; input and output embeddings are two. */
export const qwen3: Shape = {
  layers: 36,
  width: 4096,
  inner: 12_288,
  heads: 32,
  keyHeads: 8,
  headWidth: 128,
  vocabulary: 151_936,
};

const linearNames = ['query', 'key', 'value', 'output', 'gate', 'up', 'down'] as const;
type Linear = (typeof linearNames)[number];

/** Rows and columns of the seven matrices of a layer. */
export function linears({
  width,
  inner,
  heads,
  keyHeads,
  headWidth,
}: Shape): Record<Linear, readonly [number, number]> {
  const [query, key] = [heads * headWidth, keyHeads * headWidth];
  return {
    query: [width, query],
    key: [width, key],
    value: [width, key],
    output: [query, width],
    gate: [width, inner],
    up: [width, inner],
    down: [inner, width],
  };
}

/** Parameters of the whole model: matrices, the norms (two of a layer, those of queries and keys, the last), embeddings. */
export function countParameters(shape: Shape): number {
  const { layers, width, headWidth, vocabulary } = shape;
  const matrices = Object.values(linears(shape)).reduce((sum, [m, n]) => sum + m * n, 0);
  return layers * (matrices + 2 * width + 2 * headWidth) + width + 2 * vocabulary * width;
}

/** Parameters of low-rank adapters: r(m+n) for each m×n matrix of each layer. */
export function countAdapters(shape: Shape, rank: number, to: readonly Linear[] = linearNames): number {
  const sizes = linears(shape);
  return shape.layers * rank * to.reduce((sum, name) => sum + sizes[name][0] + sizes[name][1], 0);
}

/** Bytes of a parameter. In training: weight and gradient of 2, and a master copy, m and v of 4 each, for Adam. */
export const bytes = {
  half: 2,
  /** 4 bits, and a scale of 16 bits for every 128 weights. */
  quarter: (4 + 16 / 128) / 8,
  training: 2 + 2 + 3 * 4,
} as const;

/** Operations of a training: 2 of a parameter and token forward, 4 backward. Source: Kaplan and others 2020. */
export function trainingOperations(parameters: number, tokens: number): number {
  return 6 * parameters * tokens;
}

/** Half the width of the 95% interval of a share p that was found among n: 1.96·√(p(1−p)/n). */
export function shareInterval(p: number, n: number): number {
  return 1.96 * Math.sqrt((p * (1 - p)) / n);
}
