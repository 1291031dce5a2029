import type { SizeName } from '../../lab/experiments/readings-by-shape.ts';
import type { Reading } from '../../lab/readings.ts';

/** What the readings of δ₁ are called in figures and tables. */
export const describeReading: Record<Reading, string> = {
  right: '正确',
  products: '原文·矩阵乘',
  elementwise: '原文·逐元素',
  untransposed: '只漏转置',
};

export const formatSize: Record<SizeName, string> = {
  general: '一般的形状',
  single: '只有一个输出',
  equal: '样本、隐层、输出一样多',
};
