import { expect, test } from 'vitest';
import { hanNumeral, parseHanNumeral } from '../../../src/markdown/han-numeral.ts';
import { nearest } from '../../../src/markdown/nearest.ts';

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [999, '九百九十九'],
  [1000, '一千'],
  [1010, '一千零一十'],
  [5003, '五千零三'],
])('%i is %s', (value, numeral) => {
  expect(hanNumeral(value)).toBe(numeral);
});

test.each([0, 10_000, 1.5, NaN])('%d has no numeral', (value) => {
  expect(() => hanNumeral(value)).toThrow(RangeError);
});

test('nearest names come first, and distant ones not at all', () => {
  expect(nearest('modle', ['model', 'maths', 'mode', 'derivation'])).toEqual(
    ['mode', 'model', 'maths'].filter((n) => n !== 'maths'),
  );
  expect(nearest('zzz', ['model', 'maths'])).toEqual([]);
});

test.each([1, 10, 21, 105, 999, 1010, 5003, 9999])('the numeral of %i is read again', (value) => {
  expect(parseHanNumeral(hanNumeral(value))).toBe(value);
});

test('what is no numeral is refused', () => {
  for (const written of ['4', '', '一十', '二十〇', '百', '九千九百九十九万'])
    expect(parseHanNumeral(written)).toBeUndefined();
});
