import { expect, test } from 'vitest';
import {
  bytes,
  countAdapters,
  countParameters,
  linears,
  qwen3,
  shareInterval,
  trainingOperations,
} from '../../../src/lab/costs.ts';

test('the parameters of Qwen3-8B, counted from its shape, are those of its published weights', () => {
  expect(countParameters(qwen3)).toBe(8_190_735_360);
  expect(linears(qwen3).value).toEqual([4096, 1024]);
});

test('adapters grow with the rank, and with what they are put to', () => {
  expect(countAdapters(qwen3, 16)).toBe(43_646_976);
  expect(countAdapters(qwen3, 16, ['query', 'value'])).toBe(7_667_712);
  expect(countAdapters(qwen3, 32)).toBe(2 * countAdapters(qwen3, 16));
});

test('bytes, operations and intervals', () => {
  expect(bytes.training).toBe(16);
  expect(bytes.quarter).toBe(0.515625);
  expect(trainingOperations(405e9, 15.6e12)).toBeCloseTo(3.79e25, -24);
  expect(shareInterval(0.5, 1e4)).toBeCloseTo(0.0098, 12);
});
