import { expect, test } from 'vitest';
import { numeralMark } from '../../../src/book/numeral-mark.ts';
import { nameVolume, volumesOf } from '../../../src/book/volumes.ts';

const chapters = (count: number): { numeral: string }[] =>
  Array.from({ length: count }, (_, index) => ({ numeral: `第${index + 1}章` }));

test('a book that a page can list is not divided', () => {
  expect(volumesOf(chapters(40))).toEqual([]);
});

test('the volumes of a larger one have all chapters, in order, and none has many', () => {
  const volumes = volumesOf(chapters(101));
  expect(volumes.flatMap((volume) => volume.chapters)).toEqual(chapters(101));
  expect(volumes.map((volume) => volume.chapters.length)).toEqual([25, 25, 25, 25, 1]);
  expect(volumes.map((volume) => nameVolume(volume))).toEqual([
    '第1章至第25章',
    '第26章至第50章',
    '第51章至第75章',
    '第76章至第100章',
    '第101章',
  ]);
});

test.each([
  ['第四章', '四'],
  ['第一章　上', '一上'],
  ['第二十一章', '21'],
  ['第五千零三章', '5003'],
])('in lists %s is %s', (numeral, mark) => {
  expect(numeralMark(numeral)).toBe(mark);
});
