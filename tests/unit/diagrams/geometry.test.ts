import { describe, expect, it } from 'vitest';
import { transformBox, uniteBoxes } from '../../../src/diagrams/layout/box.ts';
import { applyMatrix, parseTransform } from '../../../src/diagrams/layout/matrix.ts';
import { pathBox, pathLength, pointOnPath } from '../../../src/diagrams/layout/path.ts';

describe('paths', () => {
  it.each([
    [
      'lines, absolute and relative',
      'M10 10 L20 30 l-5 -5 H40 v5 Z',
      { x: 10, y: 10, width: 30, height: 20 },
    ],
    ['further pairs after a move are lines', 'm1,1 2,0 0,2', { x: 1, y: 1, width: 2, height: 2 }],
    [
      'a curve is as wide as its turning point',
      'M0 0 C0 10 10 10 10 0',
      { x: 0, y: 0, width: 10, height: 7.5 },
    ],
    [
      'a smooth curve mirrors the one before',
      'M0 0 C0 10 10 10 10 0 S20 -10 20 0',
      { x: 0, y: -7.5, width: 20, height: 15 },
    ],
    ['a quadratic curve', 'M0 0 Q5 10 10 0', { x: 0, y: 0, width: 10, height: 5 }],
    ['a quadratic curve mirrored', 'M0 0 Q5 10 10 0 T20 0', { x: 0, y: -5, width: 20, height: 10 }],
    ['half a circle', 'M0 0 A5 5 0 0 1 10 0', { x: 0, y: -5, width: 10, height: 5 }],
    ['an arc with flags that stand together', 'M0 0a5 5 0 0110 0', { x: 0, y: -5, width: 10, height: 5 }],
    [
      'an arc that is too small for its chord grows',
      'M0 0 A1 1 0 0 0 10 0',
      { x: 0, y: 0, width: 10, height: 5 },
    ],
    ['an ellipse, turned', 'M0 0 A10 5 90 0 1 0 20', { x: 0, y: 0, width: 5, height: 20 }],
    ['numbers in exponents', 'M0 0L1e1 2E0', { x: 0, y: 0, width: 10, height: 2 }],
  ])('%s', (_, data, expected) => {
    const box = pathBox(data);
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(box?.[side]).toBeCloseTo(expected[side], 2);
  });

  it('without data, or with what is none, has no box', () => {
    expect(pathBox('')).toBeUndefined();
    expect(pathBox('M0 0L NaN 1')).toBeUndefined();
    expect(pathLength(null)).toBe(0);
  });

  it('knows the length of a quarter circle and the point half way', () => {
    const quarter = 'M10 0 A10 10 0 0 1 0 10';
    expect(pathLength(quarter)).toBeCloseTo(5 * Math.PI, 1);
    const half = pointOnPath(quarter, pathLength(quarter) / 2);
    expect(half.x).toBeCloseTo(Math.SQRT1_2 * 10, 1);
    expect(half.y).toBeCloseTo(Math.SQRT1_2 * 10, 1);
  });

  it('does not count a jump, and stays on the path beyond its ends', () => {
    expect(pathLength('M0 0H10M100 0H110')).toBe(20);
    expect(pointOnPath('M0 0H10M100 0H110', -5)).toEqual({ x: 0, y: 0 });
    expect(pointOnPath('M0 0H10M100 0H110', 99)).toEqual({ x: 110, y: 0 });
  });
});

describe('transforms', () => {
  it.each([
    ['translate(5)', [6, 1]],
    ['translate(5, 7) scale(2)', [7, 9]],
    ['rotate(90)', [-1, 1]],
    ['rotate(90 1 0)', [0, 0]],
    ['matrix(1 0 0 1 3 4)', [4, 5]],
    ['skewX(45)', [2, 1]],
    ['', [1, 1]],
  ])('%s moves (1, 1)', (text, [x = 0, y = 0]) => {
    const [movedX, movedY] = applyMatrix(parseTransform(text), 1, 1);
    expect(movedX).toBeCloseTo(x);
    expect(movedY).toBeCloseTo(y);
  });

  it('turns a box into the upright box around it', () => {
    const box = transformBox({ x: 0, y: 0, width: 10, height: 2 }, parseTransform('rotate(90)'));
    expect(box.x).toBeCloseTo(-2);
    expect(box.height).toBeCloseTo(10);
  });

  it('unites boxes, of which one may be missing', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    expect(uniteBoxes(undefined, box)).toBe(box);
    expect(uniteBoxes(box, { x: 5, y: -1, width: 1, height: 1 })).toEqual({
      x: 0,
      y: -1,
      width: 6,
      height: 2,
    });
  });
});
