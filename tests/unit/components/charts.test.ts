import { expect, test } from 'vitest';
import { moment, formatDate } from '../../../src/components/charts/dates.ts';
import { along, around, placeLabels } from '../../../src/components/charts/place-labels.ts';
import { spread } from '../../../src/components/charts/spread.ts';

test('labels that have room stay where they are', () => {
  expect(spread([10, 50, 90], 20, [0, 100])).toEqual([10, 50, 90]);
});

test('labels that are too close part around their middle, and push on', () => {
  expect(spread([50, 50], 20, [0, 100])).toEqual([40, 60]);
  expect(spread([32, 50, 50], 20, [0, 100])).toEqual([24, 44, 64]);
});

test('labels stay within the range while there is room at all', () => {
  expect(spread([0, 1, 99], 20, [0, 100])).toEqual([0, 20, 99]);
  expect(spread([98, 99, 100], 20, [0, 100])).toEqual([60, 80, 100]);
  expect(spread([1, 2, 3], 20, [0, 30])).toEqual([0, 20, 40]);
});

const frame = { left: 0, right: 200, top: 0, bottom: 100 };

test('a label stands at its best place when nothing is in the way', () => {
  const [label] = placeLabels([{ text: '1', candidates: around([100, 50], 'above') }], [], frame);
  expect(label).toEqual({ text: '1', x: 100, y: 42, anchor: 'middle' });
});

test('a label keeps off a line, off another label, and within the frame', () => {
  const line = [
    [0, 38],
    [200, 38],
  ] as const;
  const [below] = placeLabels([{ text: '1', candidates: around([100, 50], 'above') }], [line], frame);
  expect(below?.y).toBeGreaterThan(50);
  const twice = [0, 0].map(() => ({ text: '1', candidates: around([100, 50], 'above') }));
  const [first, second] = placeLabels(twice, [], frame);
  expect(second).not.toEqual(first);
  const [inside] = placeLabels([{ text: '1', candidates: around([100, 5], 'above') }], [], frame);
  expect(inside?.y).toBeGreaterThan(10);
});

test('the name of a line stands above its level stretch', () => {
  const spots = [
    [20, 20],
    [40, 80],
    [180, 80],
  ] as const;
  const [name] = placeLabels([{ text: 'GLM', candidates: along(spots) }], [spots], frame);
  expect(name).toMatchObject({ x: 110, y: 74, anchor: 'middle' });
});

test('a month stands for its middle', () => {
  expect(moment('2025-08')).toBe(Date.UTC(2025, 7, 15));
  expect(moment('2025-08-21')).toBe(Date.UTC(2025, 7, 21));
  expect([formatDate('2025-08'), formatDate('2025-08-01')]).toEqual(['2025年8月', '2025年8月1日']);
});
