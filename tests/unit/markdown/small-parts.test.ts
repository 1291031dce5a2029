import { expect, test } from 'vitest';
import { hanNumeral, parseHanNumeral } from '../../../src/build/han-numeral.ts';
import { nearest } from '../../../src/build/nearest.ts';

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
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [1100, '一千一百'],
  [1111, '一千一百一十一'],
  [2005, '二千零五'],
  [9999, '九千九百九十九'],
  [10_000, '一万'],
  [10_001, '一万零一'],
  [10_015, '一万零一十五'],
  [10_050, '一万零五十'],
  [10_500, '一万零五百'],
  [15_000, '一万五千'],
  [20_306, '二万零三百零六'],
  [99_999, '九万九千九百九十九'],
  [100_000, '十万'],
  [1_050_100, '一百零五万零一百'],
])('%i is %s', (value, numeral) => {
  expect(hanNumeral(value)).toBe(numeral);
});

test.each([0, 100_000_000, 1.5, NaN])('%d has no numeral', (value) => {
  expect(() => hanNumeral(value)).toThrow(RangeError);
});

test('nearest names come first, and distant ones not at all', () => {
  expect(nearest('modle', ['model', 'maths', 'mode', 'derivation'])).toEqual(
    ['mode', 'model', 'maths'].filter((n) => n !== 'maths'),
  );
  expect(nearest('zzz', ['model', 'maths'])).toEqual([]);
});

test('every numeral to 二万 is read again, and no two are alike', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => index + 1);
  expect(values.map(hanNumeral).map(parseHanNumeral)).toEqual(values);
});

test.each([
  '',
  '4',
  '零',
  '零一',
  '一十',
  '一零五',
  '一百五',
  '十十',
  '万',
  '一万一',
  '两千',
  '一千零零一',
  '一一',
])('%j is no numeral', (numeral) => {
  expect(parseHanNumeral(numeral)).toBeUndefined();
});
